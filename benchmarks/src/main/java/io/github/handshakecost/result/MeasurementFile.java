package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a fork hands what it saw to the harness. */
public final class MeasurementFile {
  private MeasurementFile() {}

  /** Where a fork writes, in the folder that its run is saved in: one at a time. */
  public static Path in(Path folder) {
    return UnfinishedFiles.of(folder.resolve("measurement.json").toAbsolutePath());
  }

  /**
   * Deletes the file, if there is one.
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
   * Writes the file, whole or not at all.
   *
   * @throws RunDirectoryException if it cannot be written
   */
  public static void write(Path file, ForkMeasurement measurement) {
    AtomicFile.write(file, Json.compact(measurement));
  }

  /**
   * Reads it back.
   *
   * @throws IOException if the fork left none, or half of one
   */
  public static ForkMeasurement read(Path file) throws IOException {
    return Json.read(Files.readString(file), ForkMeasurement.class);
  }
}
