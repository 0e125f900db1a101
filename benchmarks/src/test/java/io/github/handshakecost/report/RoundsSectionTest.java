package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundsSectionTest {
  @Test
  void runOfOneRoundHasNone() {
    assertThat(section(SampleRuns.complete(1))).isEmpty();
  }

  @Test
  void placeWithOneRoundIsLeftOut() {
    final Run run =
        SampleRuns.onlyForks(
            SampleRuns.complete(2),
            fork -> fork.round() == 1 || fork.cell().param("protocol").equals("tls1.3"));

    assertThat(MarkdownReport.render(section(run)))
        .contains("**TLS 1.3, rtt 0ms")
        .doesNotContain("**HTTP");
  }

  @Test
  void deviationThatIsNoneHasNoSign() {
    // Each fork beside its cell by a ten-thousandth, on either side.
    final Run run =
        SampleChanges.mapIterations(
            SampleRuns.complete(2),
            (fork, old) ->
                SampleForks.withTimes(old, fork.round() == 1 ? 999.9 : 1_000.1, old.phases()));

    assertThat(MarkdownReport.render(section(run)))
        .contains("| 1 | 0.0 | 0.0 |")
        .doesNotContain("+0.0", "-0.0");
  }

  private static List<Block> section(Run run) {
    return SampleNamedRuns.blocks(RoundsSection::of, NamedRun.of(run));
  }
}
