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
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Committed models, each against measurements of the same machine at distances that it has not
 * seen: those of the literature (Paquin, Stebila and Tamvada, 2020).
 */
final class PredictionHoldsTest {
  private static final Path RESULTS = Path.of("..", "results");
  private static final double PERCENT = 5;

  /** Of either pair all distances. */
  static Stream<Arguments> predictions() {
    return Stream.of("5.6ms", "31.2ms", "78.7ms", "195.7ms")
        .flatMap(
            rtt ->
                Stream.of(
                    Arguments.of("20261124T125000Z-8014f62", "20261124T131744Z-8014f62", rtt),
                    Arguments.of("20261124T174957Z-0dcec15", "20261124T204712Z-545b250", rtt)));
  }

  @ParameterizedTest
  @MethodSource("predictions")
  void predictionIsWithinFivePercent(String fitted, String heldOut, String rtt) {
    final Run run = load(heldOut);
    final double fresh = measured(run, AxisNames.NEW_CLIENT, rtt, ForkRecord::mean);
    final double pooled = measured(run, AxisNames.POOLED, rtt, ForkRecord::mean);
    final double distance =
        measured(run, AxisNames.NEW_CLIENT, rtt, fork -> fork.measurement().link().connect());
    final int requests = 11;

    final Forecast forecast =
        Forecasts.of(load(fitted), "tls1.3", "httpclient5").orElseThrow().at(distance, requests, 0);

    assertThat(forecast.fresh()).isCloseTo(requests * fresh, withinPercentage(PERCENT));
    assertThat(forecast.pooled())
        .isCloseTo(fresh + (requests - 1) * pooled, withinPercentage(PERCENT));
    assertThat(forecast.ratio())
        .isCloseTo(requests * fresh / (fresh + (requests - 1) * pooled), withinPercentage(PERCENT));
  }

  private static double measured(
      Run run, String policy, String rtt, ToDoubleFunction<ForkRecord> figure) {
    final List<ForkRecord> forks =
        run.forks().stream().filter(fork -> is(fork.cell(), policy, rtt)).toList();
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
