package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The folder of a report: a Markdown page, and the files that belong to it. */
public final class ReportFolder {
  /** A picture in the same folder that Markdown shows or links to. */
  private static final Pattern PICTURE = Pattern.compile("]\\(([\\w.-]+\\.svg)\\)");

  private ReportFolder() {}

  /**
   * Writes the files of a report in place of earlier ones, and deletes the pictures that only the
   * earlier page shows.
   *
   * @param path made if it does not exist, its parents included
   * @param page the name of the Markdown page, one of the files
   * @param files names and contents
   * @throws RunDirectoryException if a file cannot be made, written or deleted
   */
  public static void write(Path path, String page, Map<String, String> files) {
    try {
      Files.createDirectories(path);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw RunDirectoryException.of("create", path, e);
    }
    final List<String> earlier = pictures(path.resolve(page));
    files.forEach((name, text) -> AtomicFile.write(path.resolve(name), text));
    for (final String name : earlier) {
      if (!files.containsKey(name)) {
        AtomicFile.delete(path.resolve(name));
      }
    }
  }

  private static List<String> pictures(Path page) {
    try {
      return Files.exists(page)
          ? PICTURE
              .matcher(Files.readString(page, StandardCharsets.ISO_8859_1))
              .results()
              .map(found -> found.group(1))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw RunDirectoryException.of("read", page, e);
    }
  }
}
