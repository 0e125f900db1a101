package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResumptionSharesTest {
  private static final List<Cell> HEADLINE = SampleRuns.headline();
  private static final Cell SHARED = HEADLINE.get(0).with("policy", "new-client-shared-context");

  @Test
  void policyThatResumesHasAShareWithinWhatAShareCanBe() {
    final Summary summary = Summarizer.summarize(SampleRuns.of(HEADLINE, 4));

    assertThat(summary.cells())
        .extracting(
            CellSummary::policy, CellSummary::resumptionShare, CellSummary::resumptionShareCi95)
        .contains(tuple("new-connection-resumed", 1.0, new Interval(1, 1)));
    assertThat(summary.cells())
        .filteredOn(cell -> !cell.policy().equals("new-connection-resumed"))
        .extracting(CellSummary::resumptionShare)
        .containsOnlyNulls();
    assertThat(summary.findings(Finding.LowResumption.class)).isEmpty();
  }

  /** The sample makes full handshakes under this policy. */
  @Test
  void lowShareIsAFinding() {
    final Summary summary =
        Summarizer.summarize(SampleRuns.of(List.of(HEADLINE.get(0), SHARED), 4));

    assertThat(summary.findings(Finding.LowResumption.class))
        .containsExactly(new Finding.LowResumption(SHARED, 0, new Interval(0, 0)));
  }
}
