package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

final class ForkTimeTest {
  private static final Effort EFFORT =
      new Effort(
          Duration.ofSeconds(4), 2, 6, Duration.ofMillis(100), 3, 3, Duration.ofHours(1), 0.05);

  @Test
  void isWarmUpAndIterationsOfBothKinds() {
    assertThat(ForkTime.of(EFFORT, new OptionsBuilder().build()))
        .isEqualTo(Duration.ofMillis(4_800));
  }

  @Test
  void optionsOfTheUserWin() {
    assertThat(
            ForkTime.of(
                EFFORT,
                new OptionsBuilder()
                    .warmupIterations(1)
                    .warmupTime(TimeValue.seconds(3))
                    .measurementIterations(10)
                    .measurementTime(TimeValue.seconds(10))
                    .build()))
        .isEqualTo(Duration.ofSeconds(107));
  }
}
