package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files by which harness and fork talk to each other: what to measure, and what was seen. They
 * lie in the folder that the run is saved in, one pair at a time.
 */
public final class HandOver {
  private HandOver() {}

  /** Where the harness writes the fork's task. */
  public static Path task(Path folder) {
    return UnfinishedFiles.of(folder.resolve("task.json").toAbsolutePath());
  }

  /** Where the fork writes what it saw. */
  public static Path measurement(Path folder) {
    return UnfinishedFiles.of(folder.resolve("measurement.json").toAbsolutePath());
  }

  /**
   * Deletes a file, if there is one.
   *
   * @throws RunDirectoryException if it cannot be deleted
   */
  public static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw RunDirectoryException.of("delete", file, e);
    }
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws RunDirectoryException if it cannot be written
   */
  public static void write(Path file, Object content) {
    AtomicFile.write(file, Json.compact(content));
  }

  /**
   * Reads the task.
   *
   * @throws IOException if there is none
   */
  public static GroupTask readTask(Path file) throws IOException {
    return Json.read(Files.readString(file), GroupTask.class);
  }

  /**
   * Reads what the fork saw.
   *
   * @throws IOException if it left nothing, or half of it
   */
  public static GroupMeasurement readMeasurement(Path file) throws IOException {
    return Json.read(Files.readString(file), GroupMeasurement.class);
  }
}
