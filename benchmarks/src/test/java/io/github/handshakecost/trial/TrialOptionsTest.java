package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.InjectedDelay;
import io.github.handshakecost.fixture.Occurrence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrialOptionsTest {

  @Test
  void jvmThatIsToldNothingWarmsUpAsLongAsItTakesAndTampersWithNothing() {
    final TrialOptions options = told(Map.of());

    assertThat(options.warmUp()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    assertThat(options.measurement()).isEmpty();
    assertThat(options.harness()).isEmpty();
    assertThat(options.tamper().apply(FixtureConfig.defaults()))
        .usingRecursiveComparison()
        .isEqualTo(FixtureConfig.defaults());
  }

  @Test
  void jvmDoesWhatItIsTold() {
    final TrialOptions options =
        told(
            Map.of(
                TrialOptions.WARM_UP_MILLIS, "150",
                TrialOptions.MEASUREMENT, "some-file",
                TrialOptions.HARNESS, "4711",
                TrialOptions.FAULT, "CORRUPT_BODY@100",
                TrialOptions.DELAY, "1500,5000000"));

    assertThat(options.warmUp()).isEqualTo(Duration.ofMillis(150));
    assertThat(options.measurement()).hasValue(Path.of("some-file"));
    assertThat(options.harness()).hasValue(4711L);
    assertThat(options.tamper().apply(FixtureConfig.defaults()))
        .usingRecursiveComparison()
        .isEqualTo(
            FixtureConfig.defaults()
                .withFault(new Fault.CorruptBody(), Occurrence.every(100))
                .withDelay(new InjectedDelay(Duration.ofNanos(1500), Duration.ofMillis(5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "handshakecost.fault | STATUS_500 | give KIND@N",
        "handshakecost.fault | STATUS_500@0 | N from 1",
        "handshakecost.fault | NOTHING@5 | with STATUS_500, CORRUPT_BODY or RESET",
        "handshakecost.delayNanos | 1500 | give EXCHANGE,HANDSHAKE in nanoseconds",
        "handshakecost.delayNanos | 1ms,2ms | as in 1500,5000"
      })
  void malformedValueIsRefusedWithItsForm(String property, String value, String words) {
    assertThatThrownBy(() -> told(Map.of(property, value)))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("-D" + property + "=" + value + " is malformed", words);
  }

  private static TrialOptions told(Map<String, String> properties) {
    try {
      properties.forEach(System::setProperty);
      return TrialOptions.ofThisJvm();
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
  }
}
