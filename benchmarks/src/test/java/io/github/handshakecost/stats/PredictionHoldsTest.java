package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model of the committed run at several distances: made without one of them, it predicts what
 * was measured there.
 */
final class PredictionHoldsTest {
  /** The run that README and methodology show. */
  private static final Path RUN = Path.of("..", "results", "20261128T113038Z-a839e52");

  private static final double PERCENT = 5;
  private static final int REQUESTS = 11;

  @ParameterizedTest
  @CsvSource({
    "tls1.3, 5ms", "tls1.3, 20ms", "tls1.3, 50ms",
    "tls1.2, 5ms", "tls1.2, 20ms", "tls1.2, 50ms",
    "http, 5ms", "http, 20ms", "http, 50ms"
  })
  void predictionForADistanceThatWasLeftOutIsWithinFivePercent(String protocol, String rtt) {
    final Run run = RunDirectory.open(RUN).load();
    final Predicate<ForkRecord> leftOut = fork -> fork.cell().param(AxisNames.RTT).equals(rtt);
    final double fresh = measured(run, leftOut, protocol, AxisNames.NEW_CLIENT, ForkRecord::mean);
    final double pooled = measured(run, leftOut, protocol, AxisNames.POOLED, ForkRecord::mean);
    final double distance =
        measured(
            run,
            leftOut,
            protocol,
            AxisNames.NEW_CLIENT,
            fork -> fork.measurement().link().connect());

    final Run others =
        new Run(
            run.name(),
            run.manifest(),
            run.forks().stream().filter(leftOut.negate()).toList(),
            run.environment());
    final Forecasts.Forecast forecast =
        Forecasts.of(others, protocol, "httpclient5").orElseThrow().at(distance, REQUESTS, 0);

    assertThat(forecast.fresh()).isCloseTo(REQUESTS * fresh, withPercentage(PERCENT));
    assertThat(forecast.pooled())
        .isCloseTo(fresh + (REQUESTS - 1) * pooled, withPercentage(PERCENT));
    assertThat(forecast.ratio())
        .isCloseTo(REQUESTS * fresh / (fresh + (REQUESTS - 1) * pooled), withPercentage(PERCENT));
  }

  private static double measured(
      Run run,
      Predicate<ForkRecord> where,
      String protocol,
      String policy,
      ToDoubleFunction<ForkRecord> figure) {
    final List<ForkRecord> forks =
        run.forks().stream()
            .filter(where)
            .filter(fork -> fork.cell().param(AxisNames.PROTOCOL).equals(protocol))
            .filter(fork -> fork.cell().param(AxisNames.POLICY).equals(policy))
            .toList();
    assertThat(forks).isNotEmpty();
    return forks.stream().mapToDouble(figure).average().orElseThrow();
  }
}
