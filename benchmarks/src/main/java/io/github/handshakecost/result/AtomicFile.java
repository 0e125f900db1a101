package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes a file wholly or not at all: whoever reads the directory never sees half of one. */
final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes what can be made again, such as a report. A power cut may lose it: it does not wait for
   * the disk.
   */
  static void write(Path file, String text) {
    replace(file, text, false);
  }

  /** Writes what was measured and cannot be made again: it outlives a power cut from now on. */
  static void writeDurably(Path file, String text) {
    replace(file, text, true);
    forceName(file);
  }

  private static void replace(Path file, String text, boolean durably) {
    final Path unfinished = UnfinishedFiles.of(file);
    try {
      try (FileChannel out =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        final ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
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

  /** A name is content of its directory. */
  private static void forceName(Path file) {
    final Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException | UnsupportedOperationException refused) {
      // Not every platform opens a directory. The file itself is there, whole.
    }
  }
}
