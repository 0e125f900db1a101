package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlossaryTest {
  @Test
  void wordsAreExplainedOnceAboveTheFiguresOfAllPolicies() {
    final String report = report(SampleRuns.complete(2).measuredCells());

    assertThat(report)
        .containsOnlyOnce("A cell is a policy with one value of")
        .containsOnlyOnce("- pooled: client, connection and session are kept")
        .doesNotContain("- new-client-shared-context: ");
    assertThat(report.indexOf("- pooled: "))
        .isBetween(report.indexOf("## The ladder"), report.indexOf("| p50 |"));
  }

  @Test
  void runOfLoopsAloneHasThemToo() {
    final List<Cell> loop =
        List.of(
            SampleRuns.cell("yearly-records", "pooled", "tls1.3"),
            SampleRuns.cell("yearly-records", "new-client", "tls1.3"));

    assertThat(report(loop)).containsOnlyOnce("A cell is a policy with one value of");
  }

  private static String report(List<Cell> cells) {
    final Run run = SampleRuns.of(cells, 2);
    return MarkdownReport.render(Reports.blocks(NamedRun.of(run), true));
  }
}
