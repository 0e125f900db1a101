package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SideBySideSectionTest {
  private static final String HELD = "heap held | threads held";

  /** A kept client holds 102 kB and two threads on average; a new one is closed. */
  @Test
  void clientsAreComparedWithWhatOneHolds() {
    final List<Cell> both =
        Stream.of("httpclient5", "okhttp")
            .flatMap(
                client -> SampleRuns.headline().stream().map(cell -> cell.with("client", client)))
            .toList();
    final Run run = SampleRuns.of(both, 3);

    assertThat(render(run))
        .contains(HELD)
        .containsPattern("\\| okhttp \\| pooled \\| .*\\| 102 \\| 2\\.00 \\|\\n")
        .containsPattern("\\| okhttp \\| new-client \\| .*\\| — \\| — \\|\\n");
    // As of a run from before clients were weighed.
    assertThat(render(SampleRuns.onlyForks(run, fork -> fork.measurement().liveClient() == null)))
        .doesNotContain(HELD);
  }

  @Test
  void runOfOneClientHasNoSuchTable() {
    assertThat(render(SampleRuns.of(SampleRuns.headline(), 3))).doesNotContain("Side by side");
  }

  private static String render(Run run) {
    return MarkdownReport.render(Reports.blocks(NamedRun.of(run), true));
  }
}
