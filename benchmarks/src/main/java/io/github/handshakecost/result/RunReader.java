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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a run saved, and refuses with a sentence what it cannot stand behind. */
final class RunReader {
  private static final String FOREIGN = "name a directory that run has written";
  private static final String DAMAGED = "restore the file, or delete it if it is a fork's";
  private static final String NEWER = "read it with the version that wrote it, or a later one";
  private static final String UNREADABLE = "make it a file that you may read";

  private final Path path;

  RunReader(Path path) {
    this.path = path;
  }

  Run read(List<Path> forkFiles) {
    final RunManifest manifest =
        record(path.resolve(RunDirectory.MANIFEST), RunManifest.class, RunManifest.SCHEMA);
    final Map<List<Object>, Path> seen = new HashMap<>();
    final List<ForkRecord> forks = new ArrayList<>();
    for (final Path file : forkFiles) {
      final ForkRecord fork = record(file, ForkRecord.class, ForkRecord.SCHEMA);
      check(file, fork);
      final Path twin = seen.put(List.of(fork.round(), fork.cell()), file);
      if (twin != null) {
        throw new UnreadableRunException(
            file, "holds the same round and cell as " + twin.getFileName(), "delete one of them");
      }
      forks.add(fork);
    }
    return new Run(manifest, forks, environment(path.resolve(RunDirectory.ENVIRONMENT)));
  }

  private static Map<String, Object> environment(Path file) {
    return Files.exists(file) ? Json.map(object(file, text(file))) : Map.of();
  }

  private static <T> T record(Path file, Class<T> type, String schema) {
    final String text = text(file);
    checkSchema(file, object(file, text).path("schema").asText(), schema);
    try {
      return Json.read(text, type);
    } catch (JsonMappingException e) {
      final String defect = "does not fit %s at %s".formatted(schema, e.getPathReference());
      throw new UnreadableRunException(file, defect, DAMAGED, e);
    } catch (JsonProcessingException e) {
      throw broken(file, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new UnreadableRunException(file, "is not UTF-8 text", DAMAGED, e);
    } catch (IOException e) {
      throw new UnreadableRunException(
          file, "cannot be read: " + RunDirectoryException.reason(e), UNREADABLE, e);
    }
  }

  private static JsonNode object(Path file, String text) {
    if (text.isBlank()) {
      throw new UnreadableRunException(file, "is empty", DAMAGED);
    }
    try {
      final JsonNode tree = Json.tree(text);
      if (!tree.isObject()) {
        throw new UnreadableRunException(file, "holds no JSON object", FOREIGN);
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw broken(file, e);
    }
  }

  private static UnreadableRunException broken(Path file, JsonProcessingException e) {
    final JsonLocation at = e.getLocation();
    final String defect =
        "is not whole JSON: it breaks off or goes wrong at line %d, column %d"
            .formatted(at.getLineNr(), at.getColumnNr());
    return new UnreadableRunException(file, defect, DAMAGED, e);
  }

  private static void checkSchema(Path file, String found, String known) {
    if (found.equals(known)) {
      return;
    }
    final String family = known.substring(0, known.lastIndexOf('/') + 1);
    if (found.startsWith(family)) {
      throw new UnreadableRunException(
          file, "has schema %s where this version reads %s".formatted(found, known), NEWER);
    }
    throw new UnreadableRunException(
        file, "has schema \"%s\" where %s is needed".formatted(found, known), FOREIGN);
  }

  private static void check(Path file, ForkRecord fork) {
    for (final String axis : AxisNames.NEEDED) {
      if (!fork.cell().params().containsKey(axis)) {
        throw new UnreadableRunException(file, "measures a cell without " + axis, DAMAGED);
      }
    }
    if (fork.measurement().iterations().isEmpty()
        || !fork.measurement().iterations().stream().allMatch(RunReader::measured)) {
      throw new UnreadableRunException(
          file, "has an iteration without time, operations or requests, or none at all", DAMAGED);
    }
    try {
      Instant.parse(fork.startedAt());
    } catch (DateTimeParseException e) {
      throw new UnreadableRunException(
          file, "started at \"%s\", which is no UTC time".formatted(fork.startedAt()), DAMAGED, e);
    }
    for (final double percentile : Latency.REPORTED) {
      if (!fork.measurement().latency().has(percentile)) {
        throw new UnreadableRunException(file, "lacks percentile " + percentile, DAMAGED);
      }
    }
  }

  private static boolean measured(IterationRecord iteration) {
    return iteration.mean() > 0 && iteration.operations() > 0 && iteration.counts().requests() > 0;
  }
}
