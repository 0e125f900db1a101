package io.github.handshakecost.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two files by which harness and fork communicate, in the folder of the run: the task, and the
 * measurement.
 */
public final class HandOver {
  private HandOver() {}

  /**
   * The work of a fork.
   *
   * @param arms as a rule each cell once
   * @param order the arm of each block, by its place among the arms, from 0; the rehearsal first
   */
  public record GroupTask(List<Arm> arms, List<Integer> order) {}

  /**
   * One of the things that are compared.
   *
   * @param delayed whether the server applies its injected delay, if it has one
   */
  public record Arm(Cell cell, boolean delayed) {}

  /**
   * Everything that a fork measured of its group.
   *
   * @param warmUpSeconds for the whole group
   * @param arms in the order of the task
   */
  public record GroupMeasurement(double warmUpSeconds, List<ArmMeasurement> arms) {}

  /**
   * The measurement of one arm.
   *
   * @param measured absent if its premise broke
   * @param pauses the pause before an operation, in microseconds, by iteration; empty if there is
   *     none
   * @param broken how its premise broke, in a sentence; absent if it did not
   */
  public record ArmMeasurement(
      Cell cell,
      @Nullable ForkMeasurement measured,
      List<Double> pauses,
      @Nullable String broken) {}

  public static Path task(Path folder) {
    return AtomicFile.unfinished(folder.resolve("task.json").toAbsolutePath());
  }

  public static Path measurement(Path folder) {
    return AtomicFile.unfinished(folder.resolve("measurement.json").toAbsolutePath());
  }

  public static void remove(Path file) {
    AtomicFile.delete(file);
  }

  public static void write(Path file, Object content) {
    AtomicFile.write(file, Json.compact(content));
  }

  public static GroupTask readTask(Path file) throws IOException {
    return Json.read(Files.readString(file), GroupTask.class);
  }

  /** Throws {@link IOException} if the fork left nothing, or half of it. */
  public static GroupMeasurement readMeasurement(Path file) throws IOException {
    return Json.read(Files.readString(file), GroupMeasurement.class);
  }
}
