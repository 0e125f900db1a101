package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Summarizer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ColdStartSectionTest {
  private static final Run COLD = SampleRuns.cold(5);
  private static final Terminal PLAIN = new Terminal(80, true, false);

  @Test
  void sectionAndAnswerAreTheSame() throws IOException {
    Golden.assertSame("cold/section.md", section(COLD));
    Golden.assertSame(
        "cold/answer.txt", ConsoleAnswer.render(NamedRun.of(COLD), Path.of("run"), PLAIN));
  }

  @Test
  void warmRunHasNoSuchSection() {
    assertThat(section(SampleRuns.complete(3))).isBlank();
    assertThat(Reports.summaryJson(Summarizer.summarize(SampleRuns.complete(3))))
        .doesNotContain("coldStarts");
  }

  @Test
  void machinesReadHowTheJvmsStarted() {
    assertThat(Reports.summaryJson(Summarizer.summarize(COLD)))
        .contains("\"coldStarts\"", "\"firstRequest\"", "\"script\"");
  }

  /** Its JVMs were neither unsettled nor free to be placed elsewhere. */
  @Test
  void newJvmIsNotBlamedForBeingNew() {
    final Summary summary = Summarizer.summarize(COLD);

    assertThat(summary.settled()).isTrue();
    assertThat(summary.findings()).isEmpty();
  }

  private static String section(Run run) {
    final Document report = new Document();
    ColdStartSection.of(report, NamedRun.of(run));
    return MarkdownReport.render(report.blocks());
  }
}
