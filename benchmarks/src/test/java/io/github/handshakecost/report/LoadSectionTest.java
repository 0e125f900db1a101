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
        .containsPattern("\\| 4 \\| ample \\| pooled \\| [\\d,.]+ \\| ");
  }

  @Test
  void runOfOneUserHasNoSuchSection() {
    assertThat(render(SampleRuns.of(List.of(POOLED), 4))).doesNotContain("closed loop");
  }

  private static String render(Run run) {
    return MarkdownReport.render(Reports.blocks(NamedRun.of(run), true));
  }
}
