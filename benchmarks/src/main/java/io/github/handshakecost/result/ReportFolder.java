package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a report is written: its page, and what belongs to that. */
public final class ReportFolder {
  /** A picture that Markdown shows or links to, in the same folder. */
  private static final Pattern PICTURE = Pattern.compile("]\\(([\\w.-]+\\.svg)\\)");

  private ReportFolder() {}

  /**
   * Writes the files of a report, each wholly or not at all, in place of earlier ones, and deletes
   * the pictures that only the earlier page shows. Other files stay, however they are called.
   *
   * @param path made if need be, its parents included
   * @param page the name of the page, one of the files; Markdown
   * @param files names and contents
   * @throws RunDirectoryException if one cannot be made, written or deleted
   */
  public static void write(Path path, String page, Map<String, String> files) {
    try {
      Files.createDirectories(path);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw RunDirectoryException.of("create", path, e);
    }
    final Set<String> gone = pictures(path.resolve(page));
    gone.removeAll(files.keySet());
    files.forEach((name, text) -> AtomicFile.write(path.resolve(name), text));
    try {
      for (final String name : gone) {
        Files.deleteIfExists(path.resolve(name));
      }
    } catch (IOException e) {
      throw RunDirectoryException.of("delete pictures of an earlier report from", path, e);
    }
  }

  /** The pictures beside a page, of whatever bytes, that it shows; none where there is no page. */
  private static Set<String> pictures(Path page) {
    try {
      return Files.exists(page)
          ? PICTURE
              .matcher(Files.readString(page, StandardCharsets.ISO_8859_1))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(HashSet::new))
          : new HashSet<>();
    } catch (IOException e) {
      throw RunDirectoryException.of("read", page, e);
    }
  }
}
