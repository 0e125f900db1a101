package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Summarizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsoleAnswerTest {
  private static final Terminal PLAIN = new Terminal(80, true, false);

  @Test
  void answerIsTheSame() throws IOException {
    Golden.assertSame("complete/answer.txt", answer(SampleRuns.complete(3), PLAIN));
  }

  @Test
  void answerAtDistancesIsTheSame() throws IOException {
    final List<Cell> cells =
        new ArrayList<>(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms", "50ms"));
    Golden.assertSame("distances/answer.txt", answer(SampleRuns.of(cells, 3), PLAIN));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 160})
  void answerFitsTheTerminal(int width) {
    for (final boolean unicode : new boolean[] {true, false}) {
      final String text = answer(SampleRuns.complete(3), new Terminal(width, unicode, false));

      assertThat(text.lines().count()).isLessThanOrEqualTo(25);
      assertThat(text.lines().filter(line -> line.length() > Math.max(width, 80))).isEmpty();
    }
  }

  @Test
  void barsAreToScale() {
    final List<String> bars =
        answer(SampleRuns.complete(3), new Terminal(200, true, false))
            .lines()
            .filter(line -> line.contains("▏"))
            .map(line -> line.substring(line.indexOf("▏") + 1))
            .toList();
    final double[] means =
        Summarizer.summarize(SampleRuns.complete(3)).cells().stream()
            .filter(cell -> cell.benchmark().equals("request"))
            .filter(cell -> cell.cell().param("protocol").equals("tls1.3"))
            .mapToDouble(cell -> cell.mean())
            .toArray();

    assertThat(bars).hasSameSizeAs(means);
    final double columns = bars.get(bars.size() - 1).length() / means[means.length - 1];
    for (int i = 0; i < means.length; i++) {
      assertThat((double) bars.get(i).length())
          .isCloseTo(columns * means[i], org.assertj.core.api.Assertions.within(1.0));
    }
  }

  @Test
  void failedRunShowsNoFigure() {
    final Run failed =
        SampleRuns.with(
            SampleRuns.complete(3),
            SampleRuns.complete(3).manifest().ended(RunManifest.End.FAILED, "expected 1, found 2"));

    assertThat(answer(failed, PLAIN))
        .contains("the run failed, nothing of it may be quoted: expected 1, found 2")
        .doesNotContain("pooled", "µs");
  }

  @Test
  void colourIsForTerminalsAlone() {
    assertThat(answer(SampleRuns.complete(3), PLAIN)).doesNotContain("\u001b");
    assertThat(answer(SampleRuns.complete(3), new Terminal(80, true, true)))
        .contains("\u001b[1m", "\u001b[32m", "\u001b[0m");
  }

  @Test
  void atMostThreeWarningsAreShown() {
    final Run marked =
        SampleChanges.made(
            SampleChanges.unsettled(SampleRuns.complete(2)), "2026-01-02T00:00:00Z", "b", true);
    final String text = answer(marked, PLAIN);

    assertThat(text.lines().filter(line -> line.matches("  [!i] .*"))).hasSizeBetween(2, 3);
    assertThat(text).contains("more warnings in the report");
    assertThat(text.lines().count()).isLessThanOrEqualTo(25);
  }

  private static String answer(Run run, Terminal terminal) {
    return ConsoleAnswer.render(NamedRun.of(run), Path.of("results/run"), terminal);
  }
}
