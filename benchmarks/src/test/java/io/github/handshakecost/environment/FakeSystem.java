package io.github.handshakecost.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code /proc} and {@code /sys} of the test's own. */
public final class FakeSystem {

  private final Path root;

  public FakeSystem(Path root) {
    this.root = root;
  }

  public FakeSystem with(String path, String text) {
    try {
      final Path file = root.resolve(path);
      Files.createDirectories(file.resolve("..").normalize());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SystemFiles files() {
    return new SystemFiles(root);
  }
}
