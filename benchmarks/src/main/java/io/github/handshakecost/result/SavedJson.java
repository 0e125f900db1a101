package io.github.handshakecost.result;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A saved file of JSON, which refuses with a sentence what is none or too much of it.
 *
 * @param damaged what to do where the file is not as it was written
 * @param foreign what to do where it seems to be something else altogether
 */
record SavedJson(Path file, String damaged, String foreign) {
  private static final String NEWER = "read it with the version that wrote it, or a later one";
  private static final String UNREADABLE = "make it a file that you may read";

  private static final String NOT_WHOLE =
      "is not whole JSON: it breaks off, has a field twice or goes wrong";

  /** Which of its bounds was met, the parser tells in words of its own only. */
  private static final String TOO_MUCH =
      String.format(
          Locale.ROOT,
          "is nested deeper than %,d levels, or has a number of more than %,d digits, a name of more than %,d characters or a text of more than %,d",
          StreamReadConstraints.DEFAULT_MAX_DEPTH,
          StreamReadConstraints.DEFAULT_MAX_NUM_LEN,
          StreamReadConstraints.DEFAULT_MAX_NAME_LEN,
          StreamReadConstraints.DEFAULT_MAX_STRING_LEN);

  /** A fork's file has some 10 kB. */
  private static final long MOST_BYTES = 64L << 20;

  /** A file that belongs to a run, and is restored whatever is wrong with it. */
  SavedJson(Path file, String remedy) {
    this(file, remedy, remedy);
  }

  <T> T record(Class<T> type, Function<T, String> schemaOf, String schema) {
    final String text = text();
    return wellFormed(text, type)
        .filter(record -> schemaOf.apply(record).equals(schema))
        .orElseGet(() -> carefully(text, type, schema));
  }

  Map<String, Object> map() {
    return Json.map(object(text()));
  }

  /** Refuses a start that is none. */
  void requireTime(String startedAt) {
    try {
      Instant.parse(startedAt);
    } catch (DateTimeParseException e) {
      throw refusal("started at \"%s\", which is no UTC time".formatted(startedAt), e);
    }
  }

  UnreadableRunException refusal(String defect) {
    return new UnreadableRunException(file, defect, damaged);
  }

  UnreadableRunException refusal(String defect, Exception cause) {
    return new UnreadableRunException(file, defect, damaged, cause);
  }

  private static <T> Optional<T> wellFormed(String text, Class<T> type) {
    try {
      return text.startsWith("{") ? Optional.of(Json.read(text, type)) : Optional.empty();
    } catch (JsonProcessingException e) {
      // What is wrong with it is found out with more time than ten thousand files have.
      return Optional.empty();
    }
  }

  private <T> T carefully(String text, Class<T> type, String schema) {
    checkSchema(object(text).path("schema").asText(), schema);
    try {
      return Json.read(text, type);
    } catch (JsonMappingException e) {
      throw refusal("does not fit %s at %s".formatted(schema, e.getPathReference()), e);
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private String text() {
    try {
      final long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw refusal(
            String.format(
                Locale.ROOT, "has %,d bytes, of which there may be %,d", size, MOST_BYTES));
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw refusal("is not UTF-8 text", e);
    } catch (IOException e) {
      throw new UnreadableRunException(
          file, "cannot be read: " + RunDirectoryException.reason(file, e), UNREADABLE, e);
    }
  }

  private JsonNode object(String text) {
    if (text.isBlank()) {
      throw refusal("is empty");
    }
    try {
      final JsonNode tree = Json.tree(text);
      if (!tree.isObject()) {
        throw new UnreadableRunException(file, "holds no JSON object", foreign);
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private UnreadableRunException broken(JsonProcessingException e) {
    final String defect = e instanceof StreamConstraintsException ? TOO_MUCH : NOT_WHOLE;
    // Beyond its bounds the parser knows no place.
    final @Nullable JsonLocation at = e.getLocation();
    return refusal(
        at == null
            ? defect
            : defect + " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
        e);
  }

  private void checkSchema(String found, String known) {
    if (found.equals(known)) {
      return;
    }
    final String family = known.substring(0, known.lastIndexOf('/') + 1);
    if (found.startsWith(family)) {
      throw new UnreadableRunException(
          file, "has schema %s where this version reads %s".formatted(found, known), NEWER);
    }
    throw new UnreadableRunException(
        file, "has schema \"%s\" where %s is needed".formatted(found, known), foreign);
  }
}
