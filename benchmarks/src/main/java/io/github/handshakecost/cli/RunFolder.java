package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.result.UnreadableRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All runs that lie in a folder.
 *
 * @param err where those are named that cannot be read
 */
record RunFolder(Path path, PrintWriter err) {

  /**
   * The runs, by name.
   *
   * @throws UsageException if there is none
   */
  List<NamedRun> runs() {
    final List<NamedRun> runs = new ArrayList<>();
    for (final Path folder : folders()) {
      try {
        runs.add(NamedRun.load(folder));
      } catch (UnreadableRunException e) {
        err.println("skipped: " + e.getMessage());
      }
    }
    if (runs.isEmpty()) {
      throw new UsageException(
          "--history %s: there is no run in it that can be read; name the folder that holds run directories"
              .formatted(path));
    }
    return runs;
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UsageException(
          "--history %s is no directory that can be listed; name the folder that holds run directories"
              .formatted(path));
    }
  }
}
