package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a killed process was writing; nobody reads it. */
final class UnfinishedFiles {
  private static final String PREFIX = ".";
  private static final String SUFFIX = ".tmp";

  private UnfinishedFiles() {}

  /** Where a file is written before it gets its name. */
  static Path of(Path file) {
    return file.resolveSibling(PREFIX + file.getFileName() + SUFFIX);
  }

  static boolean isOne(Path file) {
    final String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    final List<Path> unfinished;
    try (Stream<Path> files = Files.list(folder)) {
      unfinished = files.filter(UnfinishedFiles::isOne).toList();
    }
    for (final Path file : unfinished) {
      Files.deleteIfExists(file);
    }
  }
}
