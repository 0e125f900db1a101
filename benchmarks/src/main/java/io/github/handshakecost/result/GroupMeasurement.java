package io.github.handshakecost.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fork saw of its group, for the harness to join JMH's scores to.
 *
 * @param warmUpSeconds how long the group took to warm up
 * @param arms in the order of the {@link GroupTask}
 */
public record GroupMeasurement(double warmUpSeconds, List<ArmMeasurement> arms) {
  public GroupMeasurement {
    arms = List.copyOf(arms);
  }

  /**
   * One arm.
   *
   * @param measured absent where its premise broke
   * @param broken how its premise broke, in a sentence; absent where it did not
   */
  public record ArmMeasurement(
      Cell cell, @Nullable ForkMeasurement measured, @Nullable String broken) {}
}
