package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.stats.Forecasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The runs that lie where runs are saved. */
final class SavedRuns {
  private static final Path FOLDER = Path.of("results");

  private SavedRuns() {}

  /**
   * The newest complete run of committed code, its forks settled, from which can be predicted, with
   * an interval; names begin with the time.
   *
   * @throws UsageException if there is none
   */
  static Path newestWithDistances(String protocol, String client) {
    return newestWithDistances(FOLDER, protocol, client);
  }

  static Path newestWithDistances(Path results, String protocol, String client) {
    return folders(results).stream()
        .sorted(Comparator.reverseOrder())
        .filter(folder -> fits(folder, protocol, client))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "no complete run of committed code in %s, its forks settled, was measured at two distances or more, in %d rounds or more, with %s and %s; name another RUN, or measure one with run -p rtt=0ms,5ms,20ms,50ms"
                        .formatted(
                            results.toAbsolutePath(), Interval.LEAST_ROUNDS, protocol, client)));
  }

  private static List<Path> folders(Path results) {
    try (Stream<Path> entries = Files.list(results)) {
      return entries.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean fits(Path folder, String protocol, String client) {
    try {
      final Run run = RunDirectory.open(folder).load();
      return run.complete()
          && !run.manifest().dirty()
          && run.forks().stream().allMatch(fork -> fork.measurement().warmUp().settled())
          && run.forks().stream().anyMatch(fork -> fork.round() >= Interval.LEAST_ROUNDS)
          && Forecasts.of(run, protocol, client).isPresent();
    } catch (UnreadableRunException e) {
      return false;
    }
  }
}
