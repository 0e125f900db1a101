package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Forecasts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastReportTest {
  private static final Run RUN =
      SampleRuns.of(
          SampleRuns.at(
              List.of(
                  SampleRuns.cell("request", "pooled", "tls1.3"),
                  SampleRuns.cell("request", "new-client", "tls1.3")),
              "5ms",
              "50ms"),
          3);
  private static final ForecastReport REPORT =
      new ForecastReport(
          Forecasts.of(RUN, "tls1.3", "httpclient5").orElseThrow(),
          SampleNamedRuns.named("sample", RUN));

  @Test
  void predictionGivesGoldenText() throws IOException {
    Golden.assertSame("predict/forecast.txt", REPORT.forecast(60_000, 11, 30_000));
  }

  @Test
  void oneRequestIsNotSeveral() {
    assertThat(REPORT.forecast(60_000, 1, 30_000)).startsWith("1 request at");
    assertThat(REPORT.plausibility(3, 1)).contains("each of 1 request takes");
  }

  @Test
  void shareOfNothingHasNoSign() {
    // What falls from 5 ms to 50 ms is less than nothing beyond.
    final Run run =
        SampleRuns.mapForks(
            RUN,
            fork ->
                SampleForks.withIterations(
                    fork,
                    iterations ->
                        iterations.stream()
                            .map(it -> closing(it, fork.cell().param("rtt").equals("5ms") ? 1 : 0))
                            .toList()));
    final ForecastReport report =
        new ForecastReport(
            Forecasts.of(run, "tls1.3", "httpclient5").orElseThrow(),
            SampleNamedRuns.named("sample", run));

    assertThat(report.forecast(200_000, 11, 0).replaceAll("\\s+", " ")).contains("close 0.0 %");
  }

  private static IterationRecord closing(IterationRecord old, double close) {
    final PhaseTimes phases = old.phases();
    return SampleForks.withTimes(
        old,
        old.mean(),
        new PhaseTimes(
            phases.setup(),
            phases.tcp(),
            phases.tls(),
            phases.exchange(),
            close,
            phases.residual()));
  }

  @Test
  void tableGivesGoldenText() throws IOException {
    Golden.assertSame("predict/plausibility.txt", REPORT.plausibility(3, 11));
  }
}
