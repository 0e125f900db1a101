package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MergedReportTest {
  private static final NamedRun OLD =
      SampleNamedRuns.named("old", SampleNamedRuns.made(2, "abc1234def", SampleNamedRuns.OLD));
  private static final NamedRun NEW =
      SampleNamedRuns.named(
          "new",
          SampleChanges.slower(
              SampleNamedRuns.made(3, "abc1234def", SampleNamedRuns.NEW),
              cell -> cell.param("policy").equals("pooled") ? 1 : 0.7));

  @Test
  void twoJdksGiveGoldenFiles() throws IOException {
    final MergedReport report = new MergedReport(List.of(OLD, NEW));

    Golden.assertSame("merged/merged.md", report.files().getOrDefault("merged.md", ""));
    Golden.assertSame("merged/merged.json", report.files().getOrDefault("merged.json", ""));
    Golden.assertSame("merged/console.txt", report.console());
  }

  @Test
  void marksGoWithEveryFigureOfTheirRun() {
    final Run cut =
        SampleChanges.ended(
            SampleChanges.unsettled(SampleNamedRuns.made(3, "c2", SampleNamedRuns.NEW)),
            RunManifest.End.RUNNING);

    assertThat(new MergedReport(List.of(OLD, SampleNamedRuns.named("cut", cut))).console())
        .containsPattern("JDK 25.0.3 \\(incomplete,\n +JDK 17.0.15 +unsettled\\)")
        .containsPattern("JDK 25.0.3 .* incomplete, unsettled\n");
  }

  @Test
  void cellOfOneRunLeavesTheOthersColumnEmpty() {
    final Run more = SampleChanges.on(SampleRuns.complete(3), SampleNamedRuns.OTHER);
    final MergedReport report = new MergedReport(List.of(OLD, SampleNamedRuns.named("more", more)));

    assertThat(report.files().get("merged.md"))
        .contains("**yearly-records, TLS 1.3")
        .containsPattern("\\| new-client \\|  \\| 27,[0-9]+ \\[");
    assertThat(report.files().get("merged.json")).doesNotContain("null");
  }

  @Test
  void figureWithoutAnEffectKeepsItsInterval() {
    final Run alike = SampleChanges.alike(SampleNamedRuns.made(3, "c2", SampleNamedRuns.NEW));

    assertThat(new MergedReport(List.of(OLD, SampleNamedRuns.named("alike", alike))).console())
        .containsPattern("new-client +110 \\[109, 112\\] +~ \\[0[0-9.]+, 1[0-9.]+\\]")
        .containsPattern("connection-full +1,540 \\[.*\\] +~ \\[-[0-9.]+, [0-9.]+\\]");
  }

  @Test
  void failedRunIsNamedAndNoFigureOfItIsShown() {
    final Run run = SampleNamedRuns.made(3, "c2", SampleNamedRuns.NEW);
    final Run failed =
        SampleRuns.with(run, run.manifest().ended(RunManifest.End.FAILED, "a 500 in round 4"));
    final MergedReport report =
        new MergedReport(List.of(OLD, SampleNamedRuns.named("bad", failed)));

    assertThat(report.console())
        .containsPattern("JDK 25.0.3 .* failed\n")
        .doesNotContain("JDK 25.0.3 (")
        .contains("because no figure of a failed run may be quoted:")
        .contains("- JDK 25.0.3: FAILED (3 rounds): a 500 in round 4")
        .containsPattern("\n +JDK 17\\.0\\.15\n");
    assertThat(report.files().get("merged.json"))
        .containsOnlyOnce("JDK 25.0.3")
        .contains("\"marks\" : [ \"failed\" ]")
        .contains("\"JDK 17.0.15\" : {");
  }

  @Test
  void failedRunsAloneHaveNoFigures() {
    final Run failed =
        SampleChanges.ended(
            SampleNamedRuns.made(3, "c2", SampleNamedRuns.NEW), RunManifest.End.FAILED);
    final NamedRun other =
        SampleNamedRuns.named("worse", SampleChanges.ended(OLD.run(), RunManifest.End.FAILED));

    assertThat(
            new MergedReport(List.of(SampleNamedRuns.named("bad", failed), other))
                .files()
                .get("merged.md"))
        .contains("- JDK 25.0.3: FAILED", "- JDK 17.0.15: FAILED")
        .doesNotContain("##");
  }
}
