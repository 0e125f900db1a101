package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.UnreadableRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
   * @throws UsageException if there is none, or one twice
   * @throws UnreadableRunException if one is damaged: without it a history would look whole
   */
  List<NamedRun> runs() {
    if (RunDirectory.isAt(path)) {
      throw new UsageException(
          "--history %s: that is a run itself; name the folder that holds it, %s"
              .formatted(path, path.toAbsolutePath().resolve("..").normalize()));
    }
    final Map<Boolean, List<Path>> folders =
        folders().stream().collect(Collectors.partitioningBy(RunDirectory::isAt));
    folders
        .getOrDefault(false, List.of())
        .forEach(
            folder ->
                err.println("skipped: " + folder + " is no run directory: it holds no run.json"));
    final List<Path> runs = folders.getOrDefault(true, List.of());
    if (runs.isEmpty()) {
      throw new UsageException(
          "--history %s: there is no run in it; name the folder that holds run directories"
              .formatted(path));
    }
    return DistinctRuns.load(runs, "move one of them out of " + path);
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
