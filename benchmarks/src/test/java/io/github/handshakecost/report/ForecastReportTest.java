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
  private static final ForecastReport REPORT = report(RUN);

  @Test
  void predictionGivesGoldenText() throws IOException {
    Golden.assertSame("predict/forecast.txt", REPORT.forecast(60_000, 11, 30_000));
  }

  @Test
  void oneRequestIsNotSeveral() {
    assertThat(REPORT.forecast(60_000, 1, 30_000)).startsWith("1 request at");
    assertThat(REPORT.plausibility(3, 1)).startsWith("Time of 1 request with");
  }

  @Test
  void predictionEndsWithTheSaving() {
    assertThat(REPORT.forecast(60_000, 11, 30_000))
        .endsWith("\n\nOne connection saves 1.22 s of 2.34 s, 52 %.\n");
  }

  @Test
  void coldCodeIsMentioned() {
    for (final String text : List.of(REPORT.forecast(20_000, 11, 0), REPORT.plausibility(3, 11))) {
      assertThat(words(text))
          .contains(
              "The model is of warm code. A cold script pays extra start-up that the model does not contain");
    }
  }

  @Test
  void distanceThatTheRunCannotTellIsRefusedWithOneThatItCan() {
    final ForecastReport report = report(noisy());

    assertThat(report.refusal(0, 11, 0))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "--rtt 0ms: the run sample was measured at 5 to 50 ms and cannot tell the ratio there")
                    .containsPattern("; give --rtt 5ms or more$"));
    assertThat(report.refusal(20_000, 11, 0)).isEmpty();
    assertThat(report.plausibility(3, 11)).containsPattern("\n1 ms +\\? ");
  }

  /** Pooled requests at 5 ms vary by 1 ms, so their line may be negative below. */
  private static Run noisy() {
    return SampleRuns.mapForks(
        RUN,
        fork ->
            SampleForks.withIterations(
                fork,
                iterations ->
                    iterations.stream()
                        .map(
                            it ->
                                SampleForks.withTimes(
                                    it,
                                    fork.cell().param("policy").equals("pooled")
                                            && fork.cell().param("rtt").equals("5ms")
                                        ? it.mean() + 1_000 * (fork.round() - 2)
                                        : it.mean(),
                                    it.phases()))
                        .toList()));
  }

  @Test
  void shareOfNothingHasNoSign() {
    // A line that falls from 5 ms to 50 ms is negative beyond.
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

    assertThat(words(report(run).forecast(200_000, 11, 0))).contains("close 0.0 %");
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

  private static ForecastReport report(Run run) {
    return new ForecastReport(
        Forecasts.of(run, "tls1.3", "httpclient5").orElseThrow(),
        SampleNamedRuns.named("sample", run));
  }

  /** Without the breaks of lines. */
  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void tableGivesGoldenText() throws IOException {
    Golden.assertSame("predict/plausibility.txt", REPORT.plausibility(3, 11));
  }
}
