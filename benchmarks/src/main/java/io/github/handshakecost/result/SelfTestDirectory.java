package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;

/** The files of a self-test: one for each fork, and its findings. */
public final class SelfTestDirectory {
  private final Path path;

  private SelfTestDirectory(Path path) {
    this.path = path;
  }

  /** Makes a directory for a new self-test, its parents included; refuses one with content. */
  public static SelfTestDirectory create(Path path) {
    try {
      RunDirectory.refuseContent(path);
      Files.createDirectories(path.resolve(RunDirectory.FORKS));
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw RunDirectoryException.of("create", path, e);
    }
    return new SelfTestDirectory(path);
  }

  public Path path() {
    return path;
  }

  /** Saves a finished fork under its name and round. */
  public void save(String name, int round, List<ForkRecord> arms) {
    AtomicFile.writeDurably(
        path.resolve(RunDirectory.FORKS)
            .resolve(String.format(Locale.ROOT, "%s-%03d.json", name, round)),
        Json.compact(arms));
  }

  /** Writes a file, or replaces it. */
  public void write(String file, String text) {
    AtomicFile.writeDurably(path.resolve(file), text);
  }
}
