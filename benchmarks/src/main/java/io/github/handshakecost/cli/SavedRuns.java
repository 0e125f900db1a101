package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Forecasts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads saved runs, and refuses those that a command cannot use. */
final class SavedRuns {
  private SavedRuns() {}

  /**
   * Reads runs that are all different: a run beside its copy would look like two runs that agree.
   *
   * @param remedy for two that are the same
   */
  static List<NamedRun> distinct(List<Path> paths, String remedy) {
    final List<NamedRun> loaded = paths.stream().map(NamedRun::load).toList();
    for (int i = 0; i < loaded.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (loaded.get(i).isSameAs(loaded.get(j))) {
          throw new UsageException(
              "%s and %s are the same run; %s".formatted(paths.get(j), paths.get(i), remedy));
        }
      }
    }
    return loaded;
  }

  /**
   * Refuses a failed run, because no figure of it may be quoted.
   *
   * @param use that is refused, for example {@code compared}
   */
  static void refuseFailed(Path path, Run run, String use) {
    final RunManifest manifest = run.manifest();
    if (manifest.end() == RunManifest.End.FAILED) {
      throw new UsageException(
          "%s has failed (%s), and a failed run cannot be %s; name another run, or remove the cause and measure again"
              .formatted(
                  path, Objects.requireNonNullElse(manifest.sentence(), "without a reason"), use));
    }
  }

  /**
   * The runs in a folder, by name.
   *
   * @param err where other folders are named
   * @throws UnreadableRunException if one run is damaged: a history without it would look whole
   */
  static List<NamedRun> in(Path folder, PrintWriter err) {
    if (RunDirectory.isAt(folder)) {
      throw new UsageException(
          "--history %s: that is a run itself; name the folder that holds it, %s"
              .formatted(folder, folder.toAbsolutePath().resolve("..").normalize()));
    }
    final Map<Boolean, List<Path>> folders =
        folders(folder).stream().collect(Collectors.partitioningBy(RunDirectory::isAt));
    folders
        .getOrDefault(false, List.of())
        .forEach(
            other ->
                err.println("skipped: " + other + " is no run directory: it holds no run.json"));
    final List<Path> runs = folders.getOrDefault(true, List.of());
    if (runs.isEmpty()) {
      throw new UsageException(
          "--history %s: there is no run in it; name the folder that holds run directories"
              .formatted(folder));
    }
    return distinct(runs, "move one of them out of " + folder);
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UsageException(
          "--history %s is no directory that can be listed; name the folder that holds run directories"
              .formatted(folder));
    }
  }

  /** The newest run that meets the conditions in the help of predict; names begin with a time. */
  static Path newestForPrediction(Path results, String protocol, String client) {
    final List<Path> folders = Files.isReadable(results) ? folders(results) : List.of();
    return folders.stream()
        .sorted(Comparator.reverseOrder())
        .filter(folder -> canPredict(folder, protocol, client))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "no run in %s can predict %s with %s; predict --help lists what it takes; name another RUN, or measure one with run -p rtt=5ms,20ms,50ms -p protocol=%s"
                        .formatted(results.toAbsolutePath(), protocol, client, protocol)));
  }

  private static boolean canPredict(Path folder, String protocol, String client) {
    try {
      final Run run = RunDirectory.open(folder).load();
      return run.complete()
          && !run.manifest().dirty()
          && run.injected().isEmpty()
          && run.forks().stream().allMatch(fork -> fork.measurement().settled())
          && run.rounds() >= Interval.LEAST_ROUNDS
          && Forecasts.of(run, protocol, client).isPresent();
    } catch (UnreadableRunException e) {
      return false;
    }
  }
}
