package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkloadTest {
  private static final int YEARS = 11;

  @ParameterizedTest
  @EnumSource
  void everyLabelIsReadBackAsItsWorkload(Workload workload) {
    assertThat(workload.label()).matches("[^\\s=]+");
    assertThat(Workload.of(workload.label())).isEqualTo(workload);
  }

  @Test
  void unknownBenchmarkIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Workload.of("requests"))
        .isInstanceOf(UsageException.class)
        .hasMessage("there is no benchmark requests; benchmarks: request, yearly-records");
  }

  @Test
  void yearlyRecordsAreFetchedYearByYear() {
    assertThat(yearly("pooled").operation().paths())
        .hasSize(YEARS)
        .startsWith("/data/2015/records.json")
        .endsWith("/data/2025/records.json");
  }

  @Test
  void yearlyRecordsAreDecoded() throws IOException {
    final CellPlan plan = yearly("pooled");
    try (HttpsFixture fixture = HttpsFixture.start(FixtureConfig.defaults().withRecordsPerYear(7));
        User user = Trials.user(plan, fixture)) {
      assertThat(user.perform()).isEqualTo(7 * YEARS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pooled", "new-connection-resumed", "new-client"})
  void loopIsOneOperationOfElevenRequests(String policy) throws IOException {
    final ForkMeasurement measurement =
        Trials.measure(yearly(policy), config -> config.withRecordsPerYear(2), 2);

    assertThat(measurement.iterations())
        .hasSize(2)
        .allSatisfy(
            iteration ->
                assertThat(iteration)
                    .returns(2L, IterationRecord::operations)
                    .returns(2L * YEARS, it -> it.counts().requests()));
  }

  private static CellPlan yearly(String policy) {
    return CellPlan.of(
        new Cell(
            Workload.YEARLY_RECORDS.label(), Trials.cell(policy, "tls1.3", "raw-socket").params()));
  }
}
