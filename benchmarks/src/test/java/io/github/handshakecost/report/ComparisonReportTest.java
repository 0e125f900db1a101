package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.report.Comparability.Obstacle;
import io.github.handshakecost.report.Comparability.Property;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Comparisons;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonReportTest {
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final Run BASE = SampleNamedRuns.made(2, "abc1234def", SampleNamedRuns.OLD);

  @Test
  void everyVerdictGivesGoldenFiles() throws IOException {
    final List<Cell> before = new ArrayList<>(CELLS);
    before.add(SampleRuns.cell("yearly-records", "pooled", "tls1.3"));
    final List<Cell> after = new ArrayList<>(CELLS);
    after.add(SampleRuns.cell("yearly-records", "new-client", "tls1.3"));
    final List<Double> factors = List.of(1.005, 0.8, 1.05, 1.2, 1.0, 0.9);
    final Run base = SampleChanges.on(SampleRuns.of(before, 3), SampleNamedRuns.OLD);
    final Run candidate =
        SampleChanges.made(
            SampleChanges.counted(
                SampleChanges.slower(
                    SampleChanges.on(SampleRuns.of(after, 3), SampleNamedRuns.OLD),
                    cell -> CELLS.contains(cell) ? factors.get(CELLS.indexOf(cell)) : 1),
                CELLS.get(5),
                counts -> SampleChanges.withConnections(counts, counts.requests() / 2)),
            "2026-01-05T06:07:08Z",
            "def5678abc",
            true);

    final ComparisonReport report =
        report(
            base,
            candidate,
            Comparability.obstacles(
                SampleNamedRuns.named("base-run", base),
                SampleNamedRuns.named("new-run", candidate)));

    Golden.assertSame("compare/console.txt", report.console());
    Golden.assertSame("compare/comparison.md", report.markdown());
    assertThat(report.console()).matches("\\p{ASCII}*");
    assertThat(report.console().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void sentenceCountsWhatIsUnknown() {
    final Run short1 = SampleChanges.on(SampleRuns.of(CELLS, 1), SampleNamedRuns.OLD);

    assertThat(report(BASE, short1, List.of()).markdown())
        .contains(
            "6 cells compared: 0 regressions, 0 faster, 0 slower, 0 without a difference, 6 unknown; base commit abc1234, new commit abc1234.")
        .contains("too few rounds", "| unknown |")
        .doesNotContain("It is left out");
  }

  @Test
  void ignoredObstaclesStayVisible() {
    final Obstacle cpu = new Obstacle(Property.CPU, "the CPU model is A in BASE and B in NEW");

    assertThat(report(BASE, BASE, List.of(cpu)).console())
        .contains("- IGNORED cpu: the CPU model is A in BASE and B in NEW");
  }

  @Test
  void otherKernelIsNamedAlthoughItIsNoObstacle() {
    final Run other = SampleChanges.on(BASE, new Machine("Example CPU", "2", "17.0.16", "6.2.0"));

    assertThat(report(BASE, other, List.of()).markdown())
        .contains(
            "- the kernel is 6.1.0 in base and 6.2.0 in new, which may explain a difference in time",
            "- the JDK is 17.0.15 in base and 17.0.16 in new, which");
    assertThat(report(BASE, BASE, List.of()).markdown()).doesNotContain("may explain");
  }

  @Test
  void marksOfBothRunsAreShown() {
    final Run dirty = SampleChanges.made(BASE, "2026-01-03T00:00:00Z", "fff", true);

    assertThat(report(SampleChanges.unsettled(BASE), dirty, List.of()).console())
        .contains("base is UNSETTLED", "new is DIRTY");
  }

  @Test
  void pIsLeftOutIfTheRoundsAreTooFew() {
    assertThat(report(BASE, SampleChanges.slower(BASE, cell -> 2), List.of()).markdown())
        .contains("It is left out if it cannot fall below 0.05 (here: below 0.100)")
        .containsPattern("\\|  \\| REGRESSION \\|");
    final Run five = SampleChanges.on(SampleRuns.of(CELLS, 5), SampleNamedRuns.OLD);
    assertThat(report(five, SampleChanges.slower(five, cell -> 2), List.of()).markdown())
        .containsPattern("\\| 0.008 \\| REGRESSION \\|")
        .doesNotContain("It is left out");
  }

  @Test
  void thresholdKeepsItsDigits() {
    for (final String percent : List.of("0.04", "0.001", "2.5", "5.0", "10.0", "100.0")) {
      assertThat(report(BASE, BASE, Double.parseDouble(percent) / 100, List.of()).markdown())
          .contains("all of it is above 1 + " + percent + " %.");
    }
  }

  private static ComparisonReport report(Run base, Run candidate, List<Obstacle> obstacles) {
    return report(base, candidate, 0.05, obstacles);
  }

  private static ComparisonReport report(
      Run base, Run candidate, double threshold, List<Obstacle> obstacles) {
    final NamedRun before = SampleNamedRuns.named("base-run", base);
    final NamedRun after = SampleNamedRuns.named("new-run", candidate);
    return new ComparisonReport(
        before,
        after,
        Comparisons.of(base, before.summary(), candidate, after.summary(), threshold),
        obstacles);
  }
}
