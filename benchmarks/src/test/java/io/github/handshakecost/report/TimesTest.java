package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0 µs",
        "22.34; 22.3 µs",
        "10; 10.0 µs",
        "99.94; 99.9 µs",
        "99.96; 0.100 ms",
        "-150; -0.150 ms",
        "8765; 8.77 ms",
        "221000; 221 ms",
        "999600; 1.00 s",
        "1250000; 1.25 s"
      })
  void timesHaveTheUnitOfTheirSize(double micros, String shown) {
    assertThat(Times.of(micros)).isEqualTo(shown);
  }
}
