package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.5S, 500ms",
    "PT53.9S, 53s",
    "PT2M, 2m",
    "PT14M30S, 14m 30s",
    "PT3H, 3h",
    "PT25H5M7S, 25h 5m"
  })
  void timesAreShort(Duration time, String text) {
    assertThat(TimeText.of(time)).isEqualTo(text);
  }
}
