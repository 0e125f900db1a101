package io.github.handshakecost.result;

import io.github.handshakecost.result.RunManifest.End;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a run saved, and refuses with a sentence what it cannot stand behind. */
final class RunReader {
  private static final String FOREIGN = "name a directory that run has written";
  private static final String RESTORE = "restore that file";
  private static final String RESTORE_FORK = "restore that file, or leave it out";
  private static final String RESTORE_FORKS = "restore that directory with its forks";

  /** What every run says of its machine. */
  private static final List<String> DESCRIBED = List.of("jdk", "os", "cpu");

  private final Path path;

  RunReader(Path path) {
    this.path = path;
  }

  Run read() {
    final RunManifest manifest = manifest();
    final List<SavedJson> files = forkFiles(manifest.end());
    final List<ForkRecord> forks = forks(files);
    // Of few cells and not of many forks: their slugs take patterns.
    final Map<Cell, String> planned = new HashMap<>();
    manifest.cells().forEach(cell -> planned.computeIfAbsent(cell, ForkFiles::slug));
    for (int i = 0; i < forks.size(); i++) {
      ForkCheck.checkPlace(files.get(i), forks.get(i), planned);
    }
    return new Run(name(), manifest, forks, environment(manifest.end()));
  }

  /** Also of a directory that is named by {@code .} or with a slash behind. */
  private String name() {
    final Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private RunManifest manifest() {
    final SavedJson file = new SavedJson(path.resolve(RunDirectory.MANIFEST), RESTORE, FOREIGN);
    final RunManifest manifest =
        file.record(RunManifest.class, RunManifest::schema, RunManifest.SCHEMA);
    file.requireTime(manifest.startedAt());
    return manifest;
  }

  private List<SavedJson> forkFiles(End end) {
    final Path folder = path.resolve(RunDirectory.FORKS);
    if (isAbsent(folder)) {
      if (end == End.COMPLETE) {
        throw new UnreadableRunException(
            folder, "is missing, which every complete run has", RESTORE_FORKS);
      }
      return List.of();
    }
    if (!Files.isDirectory(folder)) {
      throw new UnreadableRunException(folder, "is no directory", RESTORE_FORKS);
    }
    return RunDirectory.forkFiles(path).stream()
        .map(file -> new SavedJson(file, RESTORE_FORK))
        .toList();
  }

  private static List<ForkRecord> forks(List<SavedJson> files) {
    try {
      return files.parallelStream().map(RunReader::fork).toList();
    } catch (UnreadableRunException e) {
      // One after the other, so that of several bad files it is always the first that is named.
      return files.stream().map(RunReader::fork).toList();
    }
  }

  private static ForkRecord fork(SavedJson file) {
    final ForkRecord fork = file.record(ForkRecord.class, ForkRecord::schema, ForkRecord.SCHEMA);
    ForkCheck.check(file, fork);
    return fork;
  }

  private Map<String, Object> environment(End end) {
    final SavedJson file = new SavedJson(path.resolve(RunDirectory.ENVIRONMENT), RESTORE);
    if (isAbsent(file.file())) {
      if (end == End.COMPLETE) {
        throw file.refusal("is missing, which every complete run has");
      }
      return Map.of();
    }
    final Map<String, Object> said = file.map();
    for (final String part : DESCRIBED) {
      if (!(said.get(part) instanceof Map)) {
        throw file.refusal("does not describe the %s, as run does".formatted(part));
      }
    }
    return said;
  }

  /** A link that leads nowhere is there, and cannot be read. */
  private static boolean isAbsent(Path file) {
    return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
