package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.result.RunDirectory;
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
 * @param err where folders are named that are no runs
 */
record RunFolder(Path path, PrintWriter err) {

  /**
   * The runs, by name.
   *
   * @throws UsageException if there is none
   * @throws UnreadableRunException if one is damaged: without it a history would look whole
   */
  List<NamedRun> runs() {
    final List<NamedRun> runs = new ArrayList<>();
    for (final Path folder : folders()) {
      if (isRun(folder)) {
        runs.add(NamedRun.load(folder));
      }
    }
    if (runs.isEmpty()) {
      throw new UsageException(
          "--history %s: there is no run in it; name the folder that holds run directories"
              .formatted(path));
    }
    return runs;
  }

  private boolean isRun(Path folder) {
    try {
      RunDirectory.open(folder);
      return true;
    } catch (UnreadableRunException e) {
      err.println("skipped: " + e.getMessage());
      return false;
    }
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
