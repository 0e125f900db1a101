package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The committed model against committed measurements at distances that it has not seen: those of
 * the literature (Paquin, Stebila and Tamvada, 2020).
 */
final class PredictionHoldsTest {
  private static final Path RESULTS = Path.of("..", "results");
  private static final Run FITTED = load("20261124T125000Z-8014f62");
  private static final Run MEASURED = load("20261124T131744Z-8014f62");
  private static final double PERCENT = 5;

  @ParameterizedTest
  @ValueSource(strings = {"5.6ms", "31.2ms", "78.7ms", "195.7ms"})
  void predictionIsWithinFivePercent(String rtt) {
    final double fresh = measured(AxisNames.NEW_CLIENT, rtt, ForkRecord::mean);
    final double pooled = measured(AxisNames.POOLED, rtt, ForkRecord::mean);
    final double distance =
        measured(
            AxisNames.NEW_CLIENT,
            rtt,
            fork -> Objects.requireNonNull(fork.measurement().link()).connect());
    final int requests = 11;

    final Forecast forecast =
        Forecasts.of(FITTED, "tls1.3", "httpclient5").orElseThrow().at(distance, requests, 0);

    assertThat(forecast.fresh()).isCloseTo(requests * fresh, withinPercentage(PERCENT));
    assertThat(forecast.pooled())
        .isCloseTo(fresh + (requests - 1) * pooled, withinPercentage(PERCENT));
    assertThat(forecast.ratio())
        .isCloseTo(requests * fresh / (fresh + (requests - 1) * pooled), withinPercentage(PERCENT));
  }

  private static double measured(String policy, String rtt, ToDoubleFunction<ForkRecord> figure) {
    final List<ForkRecord> forks =
        MEASURED.forks().stream().filter(fork -> is(fork.cell(), policy, rtt)).toList();
    assertThat(forks).isNotEmpty();
    return forks.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static boolean is(Cell cell, String policy, String rtt) {
    return cell.param(AxisNames.POLICY).equals(policy) && cell.param(AxisNames.RTT).equals(rtt);
  }

  private static Run load(String name) {
    return RunDirectory.open(RESULTS.resolve(name)).load();
  }
}
