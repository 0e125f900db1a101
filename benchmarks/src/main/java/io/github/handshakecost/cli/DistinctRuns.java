package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.NamedRun;
import java.nio.file.Path;
import java.util.List;

/** Runs of which none is another's copy: beside itself a run would look like two that agree. */
final class DistinctRuns {
  private DistinctRuns() {}

  /**
   * Reads runs.
   *
   * @param remedy for two that are the same
   * @throws UsageException naming the first two that are
   */
  static List<NamedRun> load(List<Path> paths, String remedy) {
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
}
