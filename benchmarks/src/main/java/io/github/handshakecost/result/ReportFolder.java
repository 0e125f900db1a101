package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;

/** Where reports of several runs are written. */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * Writes files, each wholly or not at all, in place of earlier ones.
   *
   * @param path made if need be, its parents included
   * @param files names and contents
   * @throws RunDirectoryException if it cannot be made or written
   */
  public static void write(Path path, Map<String, String> files) {
    try {
      Files.createDirectories(path);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw RunDirectoryException.of("create", path, e);
    }
    files.forEach((name, text) -> AtomicFile.write(path.resolve(name), text));
  }
}
