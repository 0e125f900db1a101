package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Warning;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ClockWatchTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void clocksOfThisJvmAgree() {
    assertThat(new ClockWatch().jump()).isEmpty();
  }

  @Test
  void adjustedClockIsNoJump() {
    assertThat(ClockWatch.jump(MINUTE.plusMillis(900), MINUTE)).isEmpty();
  }

  @Test
  void clockThatWasSetIsAWarningInBothDirections() {
    assertThat(ClockWatch.jump(Duration.ofHours(1), MINUTE))
        .map(Warning::cause)
        .hasValue("the wall clock moved by 3600.0 s in a fork of 60.0 s");
    assertThat(ClockWatch.jump(Duration.ofSeconds(-5), MINUTE))
        .map(Warning::cause)
        .hasValue("the wall clock moved by -5.0 s in a fork of 60.0 s");
  }
}
