package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
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
  void tableGivesGoldenText() throws IOException {
    Golden.assertSame("predict/plausibility.txt", REPORT.plausibility(3, 11));
  }
}
