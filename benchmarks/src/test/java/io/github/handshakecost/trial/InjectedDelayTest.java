package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.InjectedDelay;
import io.github.handshakecost.fixture.Occurrence;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An injected delay is in the times, in its phase, and a warning names it. */
final class InjectedDelayTest {
  private static final Duration DELAY = Duration.ofMillis(10);
  private static final double MICROS = 10_000;

  @Test
  void delayInTheExchangeIsInTheExchange() throws IOException {
    final ForkMeasurement fork = measure("pooled", new InjectedDelay(DELAY, Duration.ZERO));

    assertThat(least(fork, iteration -> iteration.phases().exchange()))
        .isGreaterThanOrEqualTo(MICROS);
  }

  @Test
  void delayInTheHandshakeIsInTheHandshake() throws IOException {
    final ForkMeasurement fork =
        measure("new-connection-full", new InjectedDelay(Duration.ZERO, DELAY));

    assertThat(least(fork, iteration -> iteration.phases().tls())).isGreaterThanOrEqualTo(MICROS);
  }

  @Test
  void forkSaysWhatItsServerInjected() throws IOException {
    assertThat(measure("pooled", new InjectedDelay(Duration.ofNanos(1500), DELAY)).injected())
        .isEqualTo("1.5 µs before each response and 10,000.0 µs before each handshake");
    assertThat(
            measure(
                    config ->
                        config.withFault(new Fault.CorruptBody(), Occurrence.every(1_000_000)))
                .injected())
        .isEqualTo("CorruptBody[] in some responses");
  }

  @Test
  void usualServerInjectsNothing() throws IOException {
    final ForkMeasurement usual = measure(UnaryOperator.identity());

    assertThat(usual.injected()).isNull();
    assertThat(usual.warnings()).isEmpty();
  }

  private static ForkMeasurement measure(UnaryOperator<FixtureConfig> change) throws IOException {
    return Trials.measure(Trials.plan("pooled", "http"), change, Trials.REQUESTS);
  }

  private static ForkMeasurement measure(String policy, InjectedDelay delay) throws IOException {
    return Trials.measure(
        Trials.plan(policy, "tls1.3"), config -> config.withDelay(delay), Trials.REQUESTS);
  }

  private static double least(ForkMeasurement fork, ToDoubleFunction<IterationRecord> figure) {
    return fork.iterations().stream().mapToDouble(figure).min().orElseThrow();
  }
}
