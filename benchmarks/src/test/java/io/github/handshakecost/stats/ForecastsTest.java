package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Forecasts.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForecastsTest {
  private static final double RTT = 60_000;

  // Of the samples, in microseconds.
  private static final double FRESH_WORK = 2475.5;
  private static final double POOLED_WORK = 22.5;
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

    assertThat(forecast.fresh() / 11 - 3 * RTT).isCloseTo(FRESH_WORK, within(0.02 * FRESH_WORK));
    assertThat(forecast.pooled() - 13 * RTT)
        .isCloseTo(FRESH_WORK + 10 * POOLED_WORK, within(0.02 * FRESH_WORK));
    assertThat(forecast.ratio()).isEqualTo(forecast.fresh() / forecast.pooled());
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
  void modelTakesBothPoliciesAtTwoDistances() {
    assertThat(Forecasts.of(SampleRuns.of(CELLS.subList(0, 4), 3), "tls1.3", "httpclient5"))
        .isEmpty();
    assertThat(Forecasts.of(SampleRuns.complete(3), "tls1.3", "httpclient5")).isEmpty();
    assertThat(Forecasts.of(SampleRuns.of(CELLS, 3), "tls1.2", "httpclient5")).isEmpty();
    assertThat(FORECASTS.fittedAt()).containsExactly(5_000.0, 20_000.0, 50_000.0);
  }

  @Test
  void policiesArePairedByRound() {
    final Run run = SampleRuns.of(CELLS, 4);
    final Run holed = SampleRuns.onlyForks(run, fork -> fork.round() != (isPooled(fork) ? 2 : 3));
    final Run shared = SampleRuns.onlyForks(run, fork -> fork.round() == 1 || fork.round() == 4);

    assertThat(forecasts(holed).at(RTT, 11, 0)).isEqualTo(forecasts(shared).at(RTT, 11, 0));
  }

  @Test
  void bothPoliciesAreOfOnePlace() {
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

  /** A line may be below 0 at distances that were not measured. */
  @Test
  void negativeTimeIsNotKnown() {
    final Run quick =
        SampleRuns.mapForks(
            SampleRuns.of(CELLS, 3),
            fork ->
                SampleForks.withIterations(
                    fork,
                    iterations ->
                        iterations.stream()
                            .map(it -> SampleForks.withTimes(it, it.mean() - 3_000, it.phases()))
                            .toList()));

    assertThat(forecasts(quick).at(RTT, 11, 0).isKnown()).isTrue();
    assertThat(forecasts(quick).at(100, 11, 0).isKnown()).isFalse();
    assertThat(FORECASTS.at(100, 11, 0).isKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-297, 11100", "0, 5", "1, 101"})
  void intervalThatContains0OrIsWideTellsNothing(double low, double high) {
    final Forecast forecast = new Forecast(10, 1, 10, new Interval(low, high), Map.of(), 0, 11);

    assertThat(forecast.isKnown()).isFalse();
  }

  @Test
  void fewRoundsHaveNoInterval() {
    final Forecast forecast = forecasts(SampleRuns.of(CELLS, 2)).at(RTT, 11, 0);

    assertThat(forecast.ratioCi95()).isNull();
    assertThat(forecast.isKnown()).isTrue();
  }

  private static boolean isPooled(ForkRecord fork) {
    return fork.cell().param("policy").equals("pooled");
  }

  private static Forecasts forecasts(Run run) {
    return Forecasts.of(run, "tls1.3", "httpclient5").orElseThrow();
  }
}
