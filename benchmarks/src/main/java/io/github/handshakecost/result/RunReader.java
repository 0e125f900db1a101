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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Reads what a run saved, and refuses with a sentence what it cannot stand behind. */
final class RunReader {
  private static final String FOREIGN = "name a directory that run has written";
  private static final String DAMAGED = "restore the file, or delete it if it is a fork's";
  private static final String NEWER = "read it with the version that wrote it, or a later one";
  private static final String UNREADABLE = "make it a file that you may read";
  private static final String MISPLACED = "move it back to the run that measured it";

  /** A fork's file has some 10 kB. */
  private static final long MOST_BYTES = 64L << 20;

  /** Sums of such times are finite by far. */
  private static final double MOST_MICROS = 1e12;

  private static final Pattern ROUND_TRIP = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?ms");

  private final Path path;

  RunReader(Path path) {
    this.path = path;
  }

  Run read(List<Path> forkFiles) {
    final RunManifest manifest =
        record(
            path.resolve(RunDirectory.MANIFEST),
            RunManifest.class,
            RunManifest::schema,
            RunManifest.SCHEMA);
    final List<ForkRecord> forks = forks(forkFiles);
    // Of few cells and not of many forks: their slugs take patterns.
    final Map<Cell, String> planned = new HashMap<>();
    manifest.cells().forEach(cell -> planned.computeIfAbsent(cell, ForkFiles::slug));
    for (int i = 0; i < forks.size(); i++) {
      checkPlace(forkFiles.get(i), forks.get(i), planned);
      checkTime(forkFiles.get(i), forks.get(i), manifest);
    }
    return new Run(name(), manifest, forks, environment(path.resolve(RunDirectory.ENVIRONMENT)));
  }

  /** Also of a directory that is named by {@code .} or with a slash behind. */
  private String name() {
    final Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private static List<ForkRecord> forks(List<Path> files) {
    try {
      return files.parallelStream().map(RunReader::fork).toList();
    } catch (UnreadableRunException e) {
      // One after the other, so that of several bad files it is always the first that is named.
      return files.stream().map(RunReader::fork).toList();
    }
  }

  private static ForkRecord fork(Path file) {
    final ForkRecord fork = record(file, ForkRecord.class, ForkRecord::schema, ForkRecord.SCHEMA);
    check(file, fork);
    return fork;
  }

  /** A fork from elsewhere would be averaged with these, and a copy would count twice. */
  private static void checkPlace(Path file, ForkRecord fork, Map<Cell, String> planned) {
    if (fork.round() < 1) {
      throw new UnreadableRunException(
          file, "is of round %d, and rounds count from 1".formatted(fork.round()), DAMAGED);
    }
    final String slug = planned.get(fork.cell());
    if (slug == null) {
      throw new UnreadableRunException(
          file, "measures %s, no cell of this run".formatted(fork.cell().label()), MISPLACED);
    }
    final String name = ForkFiles.name(fork.round(), slug);
    if (!file.getFileName().toString().equals(name)) {
      throw new UnreadableRunException(
          file,
          "holds round %d of %s".formatted(fork.round(), fork.cell().label()),
          "call it %s, or delete it if there is one of that name".formatted(name));
    }
  }

  /** One of an earlier run of the same plan has a place in this one too. */
  private static void checkTime(Path file, ForkRecord fork, RunManifest manifest) {
    if (Instant.parse(fork.startedAt()).isBefore(Instant.parse(manifest.startedAt()))) {
      throw new UnreadableRunException(
          file,
          "started at %s, and its run not before %s"
              .formatted(fork.startedAt(), manifest.startedAt()),
          MISPLACED);
    }
  }

  private static Map<String, Object> environment(Path file) {
    return Files.exists(file) ? Json.map(object(file, text(file))) : Map.of();
  }

  private static <T> T record(
      Path file, Class<T> type, Function<T, String> schemaOf, String schema) {
    final String text = text(file);
    return wellFormed(text, type)
        .filter(record -> schemaOf.apply(record).equals(schema))
        .orElseGet(() -> carefully(file, text, type, schema));
  }

  private static <T> Optional<T> wellFormed(String text, Class<T> type) {
    try {
      return text.startsWith("{") ? Optional.of(Json.read(text, type)) : Optional.empty();
    } catch (JsonProcessingException e) {
      // What is wrong with it is found out with more time than ten thousand files have.
      return Optional.empty();
    }
  }

  private static <T> T carefully(Path file, String text, Class<T> type, String schema) {
    checkSchema(file, object(file, text).path("schema").asText(), schema);
    try {
      return Json.read(text, type);
    } catch (JsonMappingException e) {
      final String defect = "does not fit %s at %s".formatted(schema, e.getPathReference());
      throw new UnreadableRunException(file, defect, DAMAGED, e);
    } catch (JsonProcessingException e) {
      throw notWhole(file, e);
    }
  }

  private static String text(Path file) {
    try {
      final long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw new UnreadableRunException(
            file,
            String.format(
                Locale.ROOT, "has %,d bytes, of which there may be %,d", size, MOST_BYTES),
            DAMAGED);
      }
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
      throw notWhole(file, e);
    }
  }

  private static UnreadableRunException notWhole(Path file, JsonProcessingException e) {
    final JsonLocation at = e.getLocation();
    final String defect =
        "is not whole JSON: it breaks off, has a field twice or goes wrong at line %d, column %d"
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
    final String rtt = fork.cell().param(AxisNames.RTT);
    if (!ROUND_TRIP.matcher(rtt).matches()) {
      throw new UnreadableRunException(
          file, "measures a cell at rtt \"%s\", which is no time in ms".formatted(rtt), DAMAGED);
    }
    if (fork.measurement().iterations().isEmpty()
        || !fork.measurement().iterations().stream().allMatch(RunReader::measured)) {
      throw new UnreadableRunException(
          file, "has an iteration without time, operations or requests, or none at all", DAMAGED);
    }
    for (final IterationRecord iteration : fork.measurement().iterations()) {
      new KeptPromise(fork.cell(), iteration.counts())
          .breach()
          .ifPresent(
              breach -> {
                throw new UnreadableRunException(file, breach, DAMAGED);
              });
    }
    if (!fork.measurement().iterations().stream().allMatch(RunReader::sane)) {
      throw new UnreadableRunException(
          file, "has an iteration with a time of more than 11 days", DAMAGED);
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
      final double micros = fork.measurement().latency().at(percentile);
      if (!(micros > 0 && micros <= MOST_MICROS)) {
        throw new UnreadableRunException(file, "has no time at percentile " + percentile, DAMAGED);
      }
    }
  }

  private static boolean sane(IterationRecord iteration) {
    return DoubleStream.of(
            iteration.mean(),
            iteration.clientCpu(),
            iteration.serverCpu(),
            iteration.phases().total())
        .allMatch(micros -> Math.abs(micros) <= MOST_MICROS);
  }

  private static boolean measured(IterationRecord iteration) {
    return iteration.mean() > 0 && iteration.operations() > 0 && iteration.counts().requests() > 0;
  }
}
