package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import org.junit.jupiter.api.Test;

final class DistanceSectionTest {
  private static final Run RUN =
      SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "20ms"), 2);

  @Test
  void packetsThatNobodyCountsAreLeftOut() {
    assertThat(
            MarkdownReport.render(SampleNamedRuns.blocks(DistanceSection::links, NamedRun.of(RUN))))
        .contains("| 0ms | 2 | 55 [55, 55] | 83 | 39 |  |  |  | 0 |\n")
        .contains("| 20ms | 2 | 20,000 [20,000, 20,000] | 20,200 | 20,000 |  | 2,000 | 2 | 0 |");
  }
}
