package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/** What a self-test leaves behind: a run directory for each of its parts, and its own findings. */
public final class SelfTestDirectory {
  private final Path path;

  private SelfTestDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes a directory for a new self-test, its parents included.
   *
   * @throws RunDirectoryException if it holds something already or cannot be made or written
   */
  public static SelfTestDirectory create(Path path) {
    try {
      RunDirectory.refuseContent(path);
      Files.createDirectories(path);
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw RunDirectoryException.of("create", path, e);
    }
    return new SelfTestDirectory(path);
  }

  public Path path() {
    return path;
  }

  /**
   * A new part.
   *
   * @throws RunDirectoryException if there is one of this name, or it cannot be made
   */
  public RunDirectory part(String name) {
    return RunDirectory.create(path.resolve(name));
  }

  /** Writes a file, in place of an earlier one. */
  public void write(String file, String text) {
    AtomicFile.writeDurably(path.resolve(file), text);
  }
}
