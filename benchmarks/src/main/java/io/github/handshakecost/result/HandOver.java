package io.github.handshakecost.result;

import io.github.handshakecost.model.Phase.PhaseTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What harness and fork tell each other. A fork under JMH has two files in the folder of the run:
 * the task, and the measurement. A new JVM has its standard input and output.
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

  /**
   * The answer of a new JVM.
   *
   * @param told absent if its premise broke
   * @param broken how its premise broke, in a sentence; absent if it did not
   */
  public record ColdAnswer(@Nullable ColdReport told, @Nullable String broken) {}

  /**
   * Everything that a new JVM knows of its requests. Times in microseconds.
   *
   * @param mainAt when {@code main} began, since 1970
   * @param firstRequest with the set-up of what the policy keeps
   * @param script the first requests, as many as a script sends
   * @param classes loaded when the last request had ended
   * @param sharing whether it shares class data
   * @param jvmArgs its flags
   * @param windows in the order of the task
   * @param counts of all its requests
   */
  public record ColdReport(
      long mainAt,
      double firstRequest,
      double script,
      long classes,
      boolean sharing,
      List<String> jvmArgs,
      List<ColdWindow> windows,
      ClientCounts counts) {}

  /** The timed requests around one number. Times in microseconds, means of a request. */
  public record ColdWindow(
      double mean,
      PhaseTimes phases,
      ClientCounts counts,
      double clientCpu,
      long allocatedBytes,
      Latency latency) {}

  /** What a client counts for itself. */
  public record ClientCounts(long requests, long connects, long handshakes, long validations) {}

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

  /** The answer of a new JVM on one line, for its standard output. */
  public static String text(ColdAnswer answer) {
    return Json.compact(answer);
  }

  /** Throws {@link IOException} if the JVM wrote nothing, or half of it. */
  public static ColdAnswer readAnswer(String text) throws IOException {
    return Json.read(text, ColdAnswer.class);
  }

  /** Throws {@link IOException} if the fork left nothing, or half of it. */
  public static GroupMeasurement readMeasurement(Path file) throws IOException {
    return Json.read(Files.readString(file), GroupMeasurement.class);
  }
}
