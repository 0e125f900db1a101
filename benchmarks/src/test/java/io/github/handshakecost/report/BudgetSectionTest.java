package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.report.chart.Palette;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Summarizer;
import org.junit.jupiter.api.Test;

final class BudgetSectionTest {
  @Test
  void barsInPlainTextHaveTheLettersOfThePictures() {
    final Run run = SampleRuns.complete(3);
    final Subject subject = Subject.of(run, Summarizer.summarize(run), Medium.CONSOLE);

    final String text = ConsoleReport.render(BudgetSection.of(subject)).replaceAll("\\s+", " ");

    for (final Phase phase : Phase.values()) {
      assertThat(text).contains(" " + Palette.letter(phase) + " " + phase.label());
    }
    assertThat(text).containsPattern("\\|x+r\\|");
  }
}
