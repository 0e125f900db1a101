package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

  /**
   * Deletes the files of an earlier report that the present one does not have.
   *
   * @param ours what names of such files match, a regular expression
   * @param kept names of those that stay
   * @throws RunDirectoryException if one cannot be deleted
   */
  public static void deleteOthers(Path path, String ours, Set<String> kept) {
    try (Stream<Path> files = Files.list(path)) {
      for (final Path file : files.toList()) {
        final String name = file.getFileName().toString();
        if (name.matches(ours) && !kept.contains(name)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw RunDirectoryException.of("delete pictures of an earlier report from", path, e);
    }
  }
}
