package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ForecastsTest {
  private static final double RTT = 60_000;
  private static final List<Cell> CELLS =
      SampleRuns.at(
          List.of(
              SampleRuns.cell("request", "pooled", "tls1.3"),
              SampleRuns.cell("request", "new-client", "tls1.3")),
          "0ms",
          "5ms",
          "20ms",
          "50ms");
  private static final Forecasts FORECASTS = forecasts(SampleRuns.of(CELLS, 5));

  /** Three round trips against one, and some milliseconds of work. */
  @Test
  void freshRequestsTakeThreeRoundTripsAndPooledOnesOneAfterTheFirst() {
    final Forecast forecast = FORECASTS.at(RTT, 11, 0);

    assertThat(forecast.fresh()).isCloseTo(11 * 3 * RTT, within(11 * 4_000.0));
    assertThat(forecast.pooled()).isCloseTo((3 + 10) * RTT, within(8_000.0));
    assertThat(forecast.ratio()).isEqualTo(forecast.fresh() / forecast.pooled());
    assertThat(Objects.requireNonNull(forecast.ratioCi95()).contains(forecast.ratio())).isTrue();
  }

  @Test
  void oneRequestCannotBePooled() {
    assertThat(FORECASTS.at(RTT, 1, 0).ratio()).isEqualTo(1);
  }

  @Test
  void serviceIsPaidEitherWay() {
    final Forecast without = FORECASTS.at(RTT, 11, 0);
    final Forecast with = FORECASTS.at(RTT, 11, 30_000);

    assertThat(with.fresh() - without.fresh()).isCloseTo(11 * 30_000.0, within(1e-6));
    assertThat(with.pooled() - without.pooled()).isCloseTo(11 * 30_000.0, within(1e-6));
    assertThat(with.ratio()).isLessThan(without.ratio());
  }

  @Test
  void sharesOfThePhasesAndOfTheServiceMakeTheWhole() {
    final Forecast forecast = FORECASTS.at(RTT, 11, 30_000);
    double shares = 11 * 30_000 / forecast.fresh();
    for (final Phase phase : Phase.values()) {
      shares += forecast.share(phase);
    }

    assertThat(shares).isCloseTo(1, within(0.001));
    assertThat(forecast.share(Phase.TCP)).isCloseTo(60.0 / 214, within(0.02));
  }

  @Test
  void longestServiceIsWhereTheRatioIsJustReached() {
    final double service = FORECASTS.longestService(2, RTT, 11);

    assertThat(service).isPositive();
    assertThat(FORECASTS.at(RTT, 11, service).ratio()).isCloseTo(2, within(1e-9));
  }

  @Test
  void modelTakesBothRungsAtTwoDistances() {
    assertThat(Forecasts.of(SampleRuns.of(CELLS.subList(0, 4), 3), "tls1.3", "httpclient5"))
        .isEmpty();
    assertThat(Forecasts.of(SampleRuns.complete(3), "tls1.3", "httpclient5")).isEmpty();
    assertThat(Forecasts.of(SampleRuns.of(CELLS, 3), "tls1.2", "httpclient5")).isEmpty();
    assertThat(FORECASTS.fittedAt()).containsExactly(5_000.0, 20_000.0, 50_000.0);
  }

  @Test
  void bothRungsAreOfOnePlace() {
    final List<Cell> free = CELLS.stream().map(cell -> cell.with("placement", "free")).toList();
    final List<Cell> pooled = free.subList(0, 4);
    final List<Cell> both = new ArrayList<>(pooled);
    both.addAll(CELLS);

    assertThat(forecasts(SampleRuns.of(both, 3)).where())
        .containsEntry("placement", "same-core")
        .doesNotContainKeys("policy", "rtt");
    assertThat(
            Forecasts.of(
                SampleRuns.of(
                    Stream.concat(pooled.stream(), CELLS.subList(4, 8).stream()).toList(), 3),
                "tls1.3",
                "httpclient5"))
        .isEmpty();
  }

  @Test
  void roundThatOneRungLacksIsLeftOut() {
    final Run run = SampleRuns.of(CELLS, 3);
    final Run cut =
        new Run(
            run.name(),
            run.manifest(),
            run.forks().stream()
                .filter(fork -> fork.round() < 3 || !fork.cell().equals(CELLS.get(7)))
                .toList(),
            run.environment());

    assertThat(forecasts(cut).at(RTT, 11, 0))
        .isEqualTo(forecasts(SampleRuns.of(CELLS, 2)).at(RTT, 11, 0));
  }

  private static Forecasts forecasts(Run run) {
    return Forecasts.of(run, "tls1.3", "httpclient5").orElseThrow();
  }
}
