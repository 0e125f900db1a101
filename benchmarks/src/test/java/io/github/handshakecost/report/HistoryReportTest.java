package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HistoryReportTest {
  private static final String CHART =
      "history-new-client-tls-1.3-rtt-0ms-httpclient5-placement-same-core.svg";

  @Test
  void runsOfFourCommitsGiveGoldenFiles() throws IOException {
    final List<NamedRun> runs =
        new ArrayList<>(
            List.of(
                run("d-run", 7, "ddddddd4", SampleNamedRuns.OTHER, 0.6),
                run("a-run", 1, "aaaaaaa1", SampleNamedRuns.OLD, 1),
                SampleNamedRuns.named(
                    "c-run",
                    SampleChanges.unsettled(
                        run("", 5, "ccccccc3", SampleNamedRuns.OLD, 1.1).run())),
                run("b-run", 3, "bbbbbbb2", SampleNamedRuns.OLD, 0.9)));
    runs.add(
        SampleNamedRuns.named(
            "cut-run",
            SampleChanges.ended(
                SampleNamedRuns.made(4, "eeeeeee5", SampleNamedRuns.OLD),
                RunManifest.End.RUNNING)));

    final Map<String, String> files = new HistoryReport(runs).files();

    Golden.assertSame("history/console.txt", new HistoryReport(runs).console());
    Golden.assertSame("history/history.md", files.getOrDefault("history.md", ""));
    Golden.assertSame("history/history.json", files.getOrDefault("history.json", ""));
    Golden.assertSame("history/" + CHART, files.getOrDefault(CHART, ""));
  }

  @Test
  void failedAndIncompleteRunsAreListedAndNotDrawn() {
    for (final RunManifest.End end : List.of(RunManifest.End.RUNNING, RunManifest.End.FAILED)) {
      final Run bad = SampleChanges.ended(SampleNamedRuns.made(2, "bad", SampleNamedRuns.OLD), end);
      final Map<String, String> files =
          new HistoryReport(
                  List.of(
                      run("good", 1, "good", SampleNamedRuns.OLD, 1),
                      SampleNamedRuns.named("bad-run", bad)))
              .files();

      assertThat(files.get("history.md"))
          .containsOnlyOnce("bad-run")
          .contains(
              "- bad-run: no complete run (" + end.toString().toLowerCase(java.util.Locale.ROOT));
      assertThat(files).doesNotContainKey(CHART);
    }
  }

  @Test
  void runWithoutRatioIsListed() {
    final Run alone = SampleRuns.of(List.of(SampleRuns.headline().get(0)), 3);

    assertThat(
            new HistoryReport(
                    List.of(
                        run("good", 1, "good", SampleNamedRuns.OLD, 1),
                        SampleNamedRuns.named("alone", alone)))
                .console())
        .contains("- alone: has no ratio of requests over pooled ones");
  }

  @Test
  void updateOfTheJdkBreaksTheTrend() {
    final Machine updated = new Machine("Example CPU", "2", "17.0.16", "6.1.0");

    final String history =
        new HistoryReport(
                List.of(
                    run("before", 1, "c1", SampleNamedRuns.OLD, 1),
                    run("updated", 2, "c1", updated, 1),
                    run("after", 3, "c1", updated, 1)))
            .files()
            .getOrDefault("history.md", "");

    assertThat(history.lines().filter(line -> line.contains("or JDK than before")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("| updated |"));
  }

  @Test
  void seriesOfOneRunHasATableAndNoPicture() {
    final Map<String, String> files =
        new HistoryReport(List.of(run("good", 1, "good", SampleNamedRuns.OLD, 1))).files();

    assertThat(files).containsOnlyKeys("history.md", "history.json");
    assertThat(files.get("history.md")).contains("## new-client, TLS 1.3");
  }

  @Test
  void consoleHasOneLineForEachSeries() {
    assertThat(lines(run("a", 1, "c1", SampleNamedRuns.OLD, 1)))
        .hasSize(4)
        .anyMatch(line -> line.matches("new-client +110 \\[109, 112\\]"));
    assertThat(newClientAfter(SampleNamedRuns.OLD, 0.9))
        .matches("new-client +98.8 \\[97.8, 100\\] +110 \\[109, 112\\] +down");
    assertThat(newClientAfter(SampleNamedRuns.OLD, 1.1)).endsWith(" up");
    assertThat(newClientAfter(SampleNamedRuns.OLD, 1)).endsWith(" ~");
    assertThat(newClientAfter(SampleNamedRuns.OTHER, 0.9)).endsWith(" other machine");
  }

  private static String newClientAfter(Machine machine, double factor) {
    return lines(run("a", 1, "c1", SampleNamedRuns.OLD, 1), run("b", 2, "c2", machine, factor))
        .get(2);
  }

  private static List<String> lines(NamedRun... runs) {
    return new HistoryReport(List.of(runs))
        .console()
        .lines()
        .filter(line -> line.startsWith("new-"))
        .toList();
  }

  private static NamedRun run(String name, int day, String commit, Machine machine, double factor) {
    return SampleNamedRuns.named(
        name,
        SampleChanges.slower(
            SampleNamedRuns.made(day, commit, machine),
            cell -> cell.param("policy").equals("pooled") ? 1 : factor));
  }
}
