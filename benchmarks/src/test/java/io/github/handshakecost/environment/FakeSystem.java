package io.github.handshakecost.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that stand for {@code /proc} and {@code /sys}. */
final class FakeSystem {

  private final Path root;

  FakeSystem(Path root) {
    this.root = root;
  }

  FakeSystem with(String path, String text) {
    try {
      final Path file = root.resolve(path);
      Files.createDirectories(file.resolve("..").normalize());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SystemFiles files() {
    return new SystemFiles(root);
  }
}
