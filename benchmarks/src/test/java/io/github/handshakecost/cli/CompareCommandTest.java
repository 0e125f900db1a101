package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit code tells a regression from everything else, and the first line is the answer. */
class CompareCommandTest {
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final Run RUN = SampleRuns.of(CELLS, 3);

  @TempDir private Path temporary;

  @Test
  void nothingChangedIsExitCode0() {
    final Console console = compare(RUN, SampleRuns.of(CELLS, 4));

    assertThat(console.exitCode()).isZero();
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .startsWith("Nothing found: no cell is more than 5.0 % slower\n")
        .contains("6 cells compared: 0 regressions, 0 faster, 0 slower, 6 without a difference");
  }

  @Test
  void regressionIsExitCode1() {
    final Console console = compare(RUN, SampleChanges.slower(RUN, cell -> 1.3));

    assertThat(console.exitCode()).isEqualTo(1);
    assertThat(console.out())
        .startsWith("Regression: 6 cells more than 5.0 % slower\n")
        .contains("6 regressions", "REGRESSION");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void slowerWithinTheThresholdIsExitCode0() {
    final Console console =
        compare(RUN, SampleChanges.slower(RUN, cell -> 1.3), "--threshold", "40%");

    assertThat(console.exitCode()).isZero();
    assertThat(console.out())
        .startsWith("Nothing found: no cell is more than 40.0 % slower\n")
        .contains("0 regressions, 0 faster, 6 slower");
  }

  @Test
  void fasterCellsAreAnImprovement() {
    final Console console = compare(RUN, SampleChanges.slower(RUN, cell -> 0.8));

    assertThat(console.exitCode()).isZero();
    assertThat(console.out())
        .startsWith("Improvement: 6 cells faster, none more than 5.0 % slower\n");
  }

  @Test
  void possibleRegressionIsUndecided() {
    final Console console =
        compare(RUN, SampleChanges.slower(RUN, cell -> 1.03), "--threshold", "3%");

    assertThat(console.exitCode()).isZero();
    assertThat(console.out())
        .startsWith(
            "Undecided: 6 cells may be more than 3.0 % slower; measure with more --rounds\n");
  }

  @Test
  void changedCountsAreExitCode1HoweverFast() {
    final Cell shared = SampleRuns.cell("request", "new-client-shared-context", "tls1.3");
    final Run run = SampleRuns.of(List.of(CELLS.get(0), shared), 3);
    final Run candidate =
        SampleChanges.counted(
            SampleChanges.slower(run, cell -> 0.5), shared, SampleChanges::withoutFullHandshakes);

    final Console console = compare(run, candidate);

    assertThat(console.exitCode()).isEqualTo(1);
    assertThat(console.out())
        .startsWith("Regression: 1 cell with changed counts\n")
        .contains("0 regressions, 1 with other counts, 1 faster", "COUNTS CHANGED");
  }

  @Test
  void oneRoundIsExitCode0AndUnknown() {
    final Console console =
        compare(SampleRuns.of(CELLS, 1), SampleChanges.slower(SampleRuns.of(CELLS, 1), cell -> 9));

    assertThat(console.exitCode()).isZero();
    assertThat(console.out())
        .startsWith("Undecided: 6 cells may be")
        .containsPattern("6\\s+unknown");
  }

  @Test
  void markdownIsForPullRequests() {
    assertThat(compare(RUN, SampleRuns.of(CELLS, 4), "--markdown").out())
        .startsWith("## Nothing found: no cell is more than 5.0 % slower\n\n6 cells compared")
        .contains(
            "| policy | old, µs | new, µs | new/old | p | verdict |\n|---|---:|---:|---:|---:|---:|\n");
  }

  @Test
  void otherMachineIsRefusedUnlessIgnored() {
    final Run base = SampleChanges.on(RUN, new Machine("Example CPU", "2", "17.0.15", "6.1.0"));
    final Run other = SampleChanges.on(RUN, new Machine("Other CPU", "4", "25.0.3", "6.1.0"));

    final Console refused = compare(base, other);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err())
        .contains(
            "are not comparable: the CPU model is Example CPU in BASE and Other CPU in NEW",
            "the number of CPUs is 2 in BASE and 4 in NEW",
            "the JDK's major version is 17 in BASE and 25 in NEW",
            "compare them all the same with --ignore cpu,cpus,jdk");
    assertThat(compare(base, other, "--ignore", "cpu,jdk").err())
        .contains("are not comparable: the number of CPUs", "--ignore cpu,cpus,jdk")
        .doesNotContain("the CPU model");

    final Console ignored = compare(base, other, "--ignore", "cpu,cpus", "--ignore", "jdk");
    assertThat(ignored.exitCode()).isZero();
    assertThat(ignored.out())
        .contains(
            "- IGNORED cpu: the CPU model is Example CPU in BASE and Other CPU in NEW",
            "- IGNORED cpus: the number",
            "- IGNORED jdk: the JDK's");
  }

  @Test
  void otherEffortAndPlacementAreRefused() {
    assertThat(compare(RUN, SampleChanges.withEffort(RUN, 9, 4_000)).err())
        .contains("6 blocks of 200 ms after", "9 blocks of 200 ms after", "--ignore effort");
    assertThat(compare(RUN, SampleChanges.withFact(RUN, "placement", "free")).exitCode())
        .isEqualTo(2);
  }

  @Test
  void otherPlanIsRefusedUnlessIgnored() {
    final Run less = SampleRuns.of(CELLS.subList(0, 5), 3);

    final Console refused = compare(RUN, less);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("the plan is 6 cells (1 only here) in BASE and 5 cells (0 only", "--ignore plan");

    final Console ignored = compare(RUN, less, "--ignore", "plan");
    assertThat(ignored.exitCode()).isZero();
    assertThat(ignored.out()).contains("5 cells compared, 1 not compared: 0 regressions");
  }

  @Test
  void incompleteRunIsRefusedUnlessIgnored() {
    for (final RunManifest.End end :
        List.of(RunManifest.End.RUNNING, RunManifest.End.INTERRUPTED)) {
      final Run cut = SampleChanges.ended(SampleRuns.of(CELLS, 2), end);

      final Console refused = compare(RUN, cut);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err())
          .contains("the state is complete in BASE and incomplete (", "--ignore incomplete");
      assertThat(compare(RUN, cut, "--ignore", "incomplete").exitCode()).isZero();
    }
  }

  @Test
  void failedRunIsAlwaysRefused() {
    final Run failed =
        SampleRuns.with(RUN, RUN.manifest().ended(RunManifest.End.FAILED, "a 500 in round 4"));

    for (final Console console :
        List.of(
            compare(RUN, failed, "--ignore", "incomplete"),
            compare(failed, RUN, "--ignore", "incomplete"))) {
      assertThat(console.exitCode()).isEqualTo(2);
      assertThat(console.out()).isEmpty();
      assertThat(console.err())
          .contains(
              "has failed (a 500 in round 4), and a failed run cannot be compared; name another run");
    }
  }

  @Test
  void runAndItsCopyAreRefused() {
    final String base = save(RUN).toString();
    for (final String candidate : List.of(base, save(RUN).toString())) {
      final Console console = Console.run("compare", base, candidate);

      assertThat(console.exitCode()).isEqualTo(2);
      assertThat(console.out()).isEmpty();
      assertThat(console.err())
          .isEqualTo(
              base
                  + " and "
                  + candidate
                  + " are the same run; name two runs, the baseline first\n");
    }
  }

  @Test
  void noCellInCommonIsAlwaysRefused() {
    final Console console =
        compare(
            SampleRuns.of(CELLS.subList(0, 3), 3),
            SampleRuns.of(CELLS.subList(3, 5), 3),
            "--ignore",
            "plan");

    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err())
        .contains("no cell in common (3 in BASE, 2 in NEW); measure both with one plan");
  }

  @Test
  void olderCandidateIsWarnedOf() {
    final Run later = SampleChanges.made(RUN, "2026-02-02T00:00:00Z", "c", false);

    assertThat(compare(later, RUN).out()).contains("- NEW is older than BASE: if you mean");
    assertThat(compare(RUN, later).out()).doesNotContain("older");
  }

  @Test
  void dirtyUndecidedAndUnsettledRunsAreComparedWithTheirMarks() {
    final Run marked =
        SampleChanges.made(
            SampleChanges.unsettled(SampleRuns.of(CELLS, 1)), "2026-02-02T00:00:00Z", "c", true);

    final Console console = compare(RUN, marked);

    assertThat(console.exitCode()).isZero();
    assertThat(console.out())
        .contains("new is UNDECIDED", "new is UNSETTLED", "new is DIRTY")
        .doesNotContain("base is");
  }

  @Test
  void damagedForkIsExitCode2WithFileAndPlace() throws IOException {
    final Path base = save(RUN);
    final Path damaged = save(RUN);
    final Path fork = anyFork(damaged);
    Files.writeString(fork, Files.readString(fork).substring(0, 300));

    final Console console = Console.run("compare", base.toString(), damaged.toString());

    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err()).contains(fork.toString(), "line 1, column", "restore");
    assertThat(console.err().lines()).hasSize(1);
  }

  @Test
  void forkThatCannotBeReadIsExitCode2AndNoRegression() throws IOException {
    final Path base = save(RUN);
    final Path damaged = save(RUN);
    final Path fork = anyFork(damaged);
    Files.delete(fork);
    Files.createDirectory(fork);

    final Console console = Console.run("compare", base.toString(), damaged.toString());

    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err()).contains(fork.toString(), "cannot be read");
  }

  private static Path anyFork(Path run) throws IOException {
    try (Stream<Path> forks = Files.list(run.resolve("forks"))) {
      return forks.sorted().findFirst().orElseThrow();
    }
  }

  private Console compare(Run base, Run candidate, String... options) {
    final Stream<String> runs =
        Stream.of("compare", save(base).toString(), save(candidate).toString());
    return Console.run(Stream.concat(runs, Stream.of(options)).toArray(String[]::new));
  }

  private Path save(Run run) {
    try {
      return SavedRuns.save(run, Files.createTempDirectory(temporary, "run")).path();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
