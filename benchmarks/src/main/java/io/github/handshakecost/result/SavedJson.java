package io.github.handshakecost.result;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saved JSON file. Each refusal is one sentence.
 *
 * @param remedy if the file is damaged
 */
record SavedJson(Path file, String remedy) {

  <T> T record(Class<T> type, String schema) {
    final JsonNode object = object();
    checkSchema(object.path("schema").asText(), schema);
    try {
      return Json.read(object, type);
    } catch (JsonMappingException e) {
      throw refusal("does not fit %s at %s".formatted(schema, e.getPathReference()), e);
    } catch (JsonProcessingException e) {
      throw invalid(e);
    }
  }

  Map<String, Object> map() {
    return Json.map(object());
  }

  void requireTime(String time) {
    try {
      Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw refusal("holds the time \"%s\", which is no UTC time".formatted(time), e);
    }
  }

  UnreadableRunException refusal(String defect) {
    return new UnreadableRunException(file, defect, remedy);
  }

  UnreadableRunException refusal(String defect, Exception cause) {
    return new UnreadableRunException(file, defect, remedy, cause);
  }

  private JsonNode object() {
    final String text = text();
    if (text.isBlank()) {
      throw refusal("is empty");
    }
    try {
      final JsonNode tree = Json.tree(text);
      if (!tree.isObject()) {
        throw refusal("holds no JSON object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw invalid(e);
    }
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw refusal("is not UTF-8 text", e);
    } catch (IOException e) {
      throw new UnreadableRunException(
          file,
          "cannot be read: " + RunDirectoryException.reason(file, e),
          "make it a file that you may read",
          e);
    }
  }

  private UnreadableRunException invalid(JsonProcessingException e) {
    final @Nullable JsonLocation at = e.getLocation();
    return refusal(
        at == null
            ? "is not valid JSON"
            : "is not valid JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
        e);
  }

  private void checkSchema(String found, String known) {
    if (!found.equals(known)) {
      final String family = known.substring(0, known.lastIndexOf('/') + 1);
      throw new UnreadableRunException(
          file,
          "has schema \"%s\", and this version reads %s".formatted(found, known),
          found.startsWith(family) ? "read it with the version that wrote it" : remedy);
    }
  }
}
