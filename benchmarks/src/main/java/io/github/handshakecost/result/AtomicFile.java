package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes a file whole or not at all, first under the name of an unfinished file. */
final class AtomicFile {
  private static final String PREFIX = ".";
  private static final String SUFFIX = ".tmp";

  private AtomicFile() {}

  /** Writes a file that can be made again, such as a report: a power cut may lose it. */
  static void write(Path file, String text) {
    replace(file, text, false);
  }

  /** Writes a measurement, which cannot be made again: it survives a power cut. */
  static void writeDurably(Path file, String text) {
    replace(file, text, true);
    forceName(file);
  }

  private static void replace(Path file, String text, boolean durably) {
    final Path unfinished = unfinished(file);
    try {
      try (FileChannel out =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        Channels.newOutputStream(out).write(text.getBytes(StandardCharsets.UTF_8));
        if (durably) {
          // Without this a power cut may keep the new name and lose the content.
          out.force(true);
        }
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      final RunDirectoryException failure = RunDirectoryException.of("write", file, e);
      try {
        Files.deleteIfExists(unfinished);
      } catch (IOException alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw failure;
    }
  }

  /** A file's name is content of its directory. */
  private static void forceName(Path file) {
    final Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException | UnsupportedOperationException refused) {
      // Not every platform opens a directory. The file itself is there, whole.
    }
  }

  /** The name of a file while it is written; a killed process leaves it behind. */
  static Path unfinished(Path file) {
    return file.resolveSibling(PREFIX + file.getFileName() + SUFFIX);
  }

  static boolean isUnfinished(Path file) {
    final String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /** Deletes a file, if there is one. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw RunDirectoryException.of("delete", file, e);
    }
  }

  static void removeUnfinished(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      final List<Path> unfinished;
      try (Stream<Path> files = Files.list(folder)) {
        unfinished = files.filter(AtomicFile::isUnfinished).toList();
      }
      for (final Path file : unfinished) {
        Files.deleteIfExists(file);
      }
    }
  }
}
