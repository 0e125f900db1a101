package io.github.handshakecost.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;

/** For how long a fork on loopback makes requests. */
public final class ForkTime {
  private ForkTime() {}

  /**
   * The longest that it may take.
   *
   * @param user options of JMH's own that the user gave; they win over the effort's
   */
  public static Duration of(Effort effort, Options user) {
    final Duration warmups =
        iteration(user.getWarmupTime(), effort)
            .multipliedBy(user.getWarmupIterations().orElse(effort.warmupIterations()));
    final Duration iterations =
        iteration(user.getMeasurementTime(), effort)
            .multipliedBy(user.getMeasurementIterations().orElse(effort.iterations()));
    return effort.warmUp().plus(warmups).plus(iterations);
  }

  private static Duration iteration(Optional<TimeValue> given, Effort effort) {
    return given.hasValue()
        ? Duration.ofNanos(given.get().convertTo(TimeUnit.NANOSECONDS))
        : effort.iterationTime();
  }
}
