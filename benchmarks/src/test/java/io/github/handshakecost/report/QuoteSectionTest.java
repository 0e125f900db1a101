package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuoteSectionTest {
  private static final Run RUN =
      named("20260102T030405Z-abc1234", SampleRuns.of(SampleRuns.headline(), 5));

  @Test
  void sentenceComesWithRunCommitAndMachine() {
    assertThat(MarkdownReport.render(SampleNamedRuns.blocks(QuoteSection::of, NamedRun.of(RUN))))
        .containsPattern(
            "> Reuse the connection: .* With the 95 % interval: pooled .*, new-client .*× \\\\\\[.*\\\\\\]\\. A new connection with a full handshake adds .* \\(CPU: client .*\\)\\. \\(TLS 1\\.3, rtt 0ms, httpclient5, placement same-core, JDK 17\\.0\\.15; commit abc1234\\)\\. Run 20260102T030405Z-abc1234\\.\n")
        .contains("Measured on: CPU Example CPU, 2 CPUs, kernel 6.1.0, JDK 17.0.15.\n");
  }

  @Test
  void entryOfBibliographyNamesRunCommitAndMachine() {
    assertThat(QuoteSection.bibTex(NamedRun.of(RUN)))
        .containsExactly(
            "@misc{handshake-cost-20260102T030405Z-abc1234,",
            "  author = {{The handshake-cost developers}},",
            "  title = {{What a connection costs: run 20260102T030405Z-abc1234}},",
            "  year = {2026},",
            "  howpublished = {handshake-cost, saved run with raw data},",
            "  note = {Run 20260102T030405Z-abc1234, commit abc1234;",
            "          CPU Example CPU, 2 CPUs, kernel 6.1.0, JDK 17.0.15}",
            "}");
  }

  @Test
  void markGoesIntoSentenceAndEntry() {
    final Run dirty = SampleChanges.made(RUN, "2026-01-02T03:04:05Z", "abc1234", true);
    final Run killed =
        SampleRuns.with(dirty, dirty.manifest().ended(RunManifest.End.RUNNING, null));

    assertThat(QuoteSection.bibTex(NamedRun.of(killed))).contains("          INCOMPLETE, DIRTY;");
    assertThat(MarkdownReport.render(SampleNamedRuns.blocks(QuoteSection::of, NamedRun.of(killed))))
        .contains("> INCOMPLETE, DIRTY: Reuse the connection");
  }

  @Test
  void signsOfTexAreTakenAsTheyStand() {
    assertThat(QuoteSection.bibTex(NamedRun.of(named("my run_1 {50%}", RUN))))
        .contains("@misc{handshake-cost-my-run-1-50-,")
        .contains("  title = {{What a connection costs: run my run\\_1 50\\%}},");
  }

  @Test
  void commitAndLinesAreTakenAsTheyStandToo() {
    final Run foreign =
        SampleChanges.made(named("a\nb", RUN), "2026-01-02T03:04:05Z", "a_1%}", false);

    assertThat(QuoteSection.bibTex(NamedRun.of(foreign)))
        .contains("  note = {Run a b, commit a\\_1\\%;")
        .noneMatch(line -> line.contains("\n"));
  }

  @Test
  void whatMayNotBeQuotedIsNotOfferedForQuoting() {
    final Run failed =
        SampleRuns.with(RUN, RUN.manifest().ended(RunManifest.End.FAILED, "a 500 in round 4"));
    final Run lone = SampleRuns.of(SampleRuns.headline().subList(0, 1), 3);

    for (final Run run : List.of(failed, lone)) {
      assertThat(MarkdownReport.render(SampleNamedRuns.blocks(QuoteSection::of, NamedRun.of(run))))
          .doesNotContain("> ", "@misc")
          .contains("benchmarks.jar report DIR");
    }
  }

  private static Run named(String name, Run run) {
    return new Run(name, run.manifest(), run.forks(), run.environment());
  }
}
