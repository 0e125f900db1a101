package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Plans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about a run, which measure nothing. */
class EnquiryTest {
  @TempDir private Path temporary;

  @Test
  void dryRunShowsCellsGroupsRoundsAndTime() {
    final String out =
        answer(
            "run --dry-run -p policy=pooled,new-client -p protocol=tls1.3 -p rtt=0ms --rounds 5"
                + " --precision 2.5% --warm-up 10s");
    assertThat(out.lines())
        .containsExactly(
            "Plan custom: 2 cells in 1 group; a round is one fork (JVM) of each group",
            "Group httpclient5: 2 cells",
            "  request         pooled                     tls1.3  0ms",
            "  request         new-client                 tls1.3  0ms",
            "Rounds: 5",
            "Precision: ±2.5 %",
            "Time budget: none",
            "Estimated time of a round: " + NumberFormats.time(guess(2)),
            "Estimated time of the run: " + NumberFormats.time(guess(2).multipliedBy(5)),
            "Nothing was measured (--dry-run)");
  }

  @Test
  void dryRunShowsValuesOtherThanTheStandardOnes() {
    assertThat(answer("run --dry-run").lines())
        .contains(
            "Plan headline: 14 cells in 2 groups; a round is one fork (JVM) of each group",
            "Group httpclient5: 13 cells",
            "  yearly-records  new-client                 tls1.3  20ms",
            "Group raw-socket: 1 cell",
            "  request         pooled                     tls1.3  0ms     client=raw-socket");
  }

  @Test
  void requestOfANewJvmIsOfTheColdPlan() {
    assertThat(answer("run --dry-run -p nth=2 -p cds=on").lines())
        .contains(
            "Plan custom: 2 cells in 2 groups; a round is one fork (JVM) of each group",
            "Group httpclient5 policy=pooled: 1 cell",
            "  request         pooled                     tls1.3  0ms     placement=free nth=2",
            "Group httpclient5 policy=new-client: 1 cell",
            "Rounds: 20 to 80");
  }

  @Test
  void dryRunWithLoopsAndDistanceNeedsNoNetwork() {
    assertThat(answer("run --dry-run --benchmark yearly-records -p rtt=80ms --time-budget 10m"))
        .contains("yearly-records  pooled ", "yearly-records  new-client ", "80ms")
        .contains("Time budget: 10m", "Estimated time of the run: ")
        .doesNotContain("0ms     client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--plan full", "--full"})
  void planIsNarrowedToABenchmarkAndValues(String plan) {
    assertThat(answer("run --dry-run " + plan + " --benchmark yearly-records -p rtt=80ms").lines())
        .contains("Group httpclient5: 5 cells")
        .filteredOn(line -> line.startsWith("  "))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("  yearly-records ") && line.contains(" 80ms"));
  }

  @Test
  void dryRunWarnsOfATimeBudgetTooShortForTheRounds() {
    assertThat(answer("run --dry-run --quick -p body=0,1,2,3,4,5,6,7,8,9"))
        .containsPattern(
            "3 rounds take about [^,]*, more than the time budget: raise --time-budget, or name"
                + " fewer cells with -p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"quick", "headline", "tls", "load", "idle", "cold", "amortisation", "full"})
  void everyPlanHasADryRun(String plan) {
    assertThat(answer("run --dry-run --plan " + plan)).startsWith("Plan " + plan + ": ");
  }

  @Test
  void dryRunMakesNoDirectory() {
    final Path directory = temporary.resolve("run");
    assertThat(answer("run --quick --dry-run --out " + directory)).isNotEmpty();
    assertThat(Files.exists(directory)).isFalse();
  }

  @Test
  void listNamesBenchmarksAndPlans() {
    assertThat(answer("run -l"))
        .contains("  request ", "  yearly-records ")
        .contains(List.of(Plans.values()).stream().map(p -> "  " + p.label() + " ").toList())
        .contains("at most 3h: ")
        .doesNotContain("policy");
  }

  @Test
  void listWithParametersNamesAxesValuesAndDefaults() {
    assertThat(answer("run -lp"))
        .startsWith(answer("run -l"))
        .contains(Axes.all().stream().map(axis -> "  " + axis.name() + " ").toList())
        .contains(
            "http, tls1.2, tls1.3, h2 (default: tls1.3)", "(default: 0ms)", "(default: 1024)");
  }

  private static Duration guess(int cells) {
    final Plan plan = Plans.STANDARD.plan();
    final Plan shorter = plan.withEffort(plan.effort().withWarmUp(Duration.ofSeconds(10)));
    return shorter.withCells(plan.cells().subList(0, cells)).guess();
  }

  private static String answer(String line) {
    final Console console = Console.run(line.split(" "));
    assertThat(console.exitCode()).as(console.err()).isZero();
    assertThat(console.err()).isEmpty();
    return console.out();
  }
}
