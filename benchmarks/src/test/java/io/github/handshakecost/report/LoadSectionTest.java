package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadSectionTest {
  private static final Cell POOLED = SampleRuns.headline().get(0);

  @Test
  void usersOfARunAreShownWithTheirRate() {
    final String report = render(SampleRuns.of(List.of(POOLED.with("users", "4")), 4));

    assertThat(report)
        .containsIgnoringNewLines("closed loop")
        .containsPattern("\\| 4 \\| 4 \\| pooled \\| [\\d,.]+ \\| ");
  }

  @Test
  void placesAreToldApartAndThoseOfOneUserAloneAreLeftOut() {
    final Cell shared = POOLED.with("users", "4");
    final String report =
        render(
            SampleRuns.of(
                List.of(
                    POOLED,
                    shared,
                    shared.with("pool", "2"),
                    shared.with("protocol", "h2"),
                    POOLED.with("protocol", "http")),
                4));

    assertThat(report.lines().filter(line -> line.matches("\\| \\d \\| \\d \\| .*")))
        .extracting(line -> line.substring(0, line.indexOf("pooled")))
        .containsExactly(
            "| 1 | 1 | tls1.3 | ", "| 4 | 4 | tls1.3 | ", "| 4 | 2 | tls1.3 | ", "| 4 | 1 | h2 | ");
  }

  @Test
  void runOfOneUserHasNoSuchSection() {
    assertThat(render(SampleRuns.of(List.of(POOLED), 4))).doesNotContain("closed loop");
  }

  private static String render(Run run) {
    return MarkdownReport.render(Reports.blocks(NamedRun.of(run), true));
  }
}
