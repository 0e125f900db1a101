package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.stats.Summarizer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Warnings about a run as a whole. */
final class RunWarningsTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 3);
  private static final Cell POOLED = SampleRuns.headline().get(0);

  @Test
  void flagsThatThePlanDoesNotSetAreReportedOnce() {
    final List<String> flags =
        List.of("--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=<masked>", "-Xint");

    assertThat(sentences(SampleRuns.mapForks(RUN, fork -> SampleForks.withJvmArgs(fork, flags))))
        .containsExactly(
            "forks ran with JVM flags that the plan does not set: -Xint; measure without them, or quote the figures with them");
  }

  @Test
  void uncommittedCodeFewRoundsAndMissingCellsAreReported() {
    final RunManifest plan = RUN.manifest();
    final RunManifest dirty =
        new RunManifest(
            plan.schema(),
            plan.id(),
            plan.plan(),
            List.of(POOLED, SampleRuns.cell("request", "new-client", "tls1.2")),
            plan.seed(),
            plan.precision(),
            plan.timeBudgetSeconds(),
            plan.commit(),
            true,
            plan.startedAt(),
            plan.endedAt(),
            List.of(new Warning("1 core", "give it 2")),
            plan.end(),
            null,
            plan.effort(),
            plan.jmhArguments(),
            null);
    final Run run = SampleRuns.with(SampleRuns.of(List.of(POOLED), 2), dirty);

    assertThat(sentences(run))
        .satisfiesExactly(
            end ->
                assertThat(end)
                    .isEqualTo(
                        "the run ended, but 2 of its 4 measurements are there; restore the forks that it"
                            + " measured and remove all others, or measure again"),
            machine -> assertThat(machine).isEqualTo("1 core; give it 2"),
            missing ->
                assertThat(missing)
                    .startsWith(
                        "1 of 2 planned cells have no result: request policy=new-client"
                            + " protocol=tls1.2;"),
            uncommitted -> assertThat(uncommitted).startsWith("the code had changes that commit"),
            few ->
                assertThat(few)
                    .isEqualTo(
                        "only 0 of at least 3 rounds were measured; restore the forks that it"
                            + " measured and remove all others, or measure again"),
            open ->
                assertThat(open)
                    .startsWith(
                        "2 of 2 means without an interval (too few rounds): the first is request")
                    .endsWith("; use --rounds 3"));
  }

  /** The time budget took no fork away. */
  @Test
  void missingForksAreNotMixedUpWithWhyTheRunEnded() {
    final Run run =
        SampleRuns.onlyForks(
            SampleRuns.with(RUN, RUN.manifest().ended(RunManifest.End.COMPLETE, "out of time")),
            fork -> fork.round() != 2);

    assertThat(Warnings.marks(Summarizer.summarize(run)).values().iterator().next())
        .startsWith("INCOMPLETE (")
        .doesNotContain("out of time");
    assertThat(sentences(run))
        .contains("out of time")
        .anySatisfy(
            warning ->
                assertThat(warning).startsWith("the run ended, but").doesNotContain("out of time"))
        .anySatisfy(
            warning -> assertThat(warning).contains("rounds were measured; restore the forks"));
  }

  @Test
  void runThatDidNotEndCanBeContinued() {
    for (final RunManifest.End end :
        List.of(RunManifest.End.RUNNING, RunManifest.End.INTERRUPTED)) {
      final Run cut = SampleChanges.ended(SampleRuns.of(SampleRuns.headline(), 2), end);

      assertThat(first(cut)).endsWith("; continue it with run --resume DIR");
    }
  }

  @Test
  void runThatItsUserEndedAfterEnoughRoundsSaysHowToAddMore() {
    final Run cut = SampleChanges.ended(RUN, RunManifest.End.INTERRUPTED);
    final RunManifest manifest = cut.manifest();
    final RunManifest stopped = manifest.ended(RunManifest.End.INTERRUPTED, "the disk is full");

    assertThat(first(cut))
        .isEqualTo("ended early after 3 rounds by its user; continue it with run --resume DIR");
    assertThat(first(SampleRuns.with(cut, stopped)))
        .startsWith("ended early after 3 rounds (the disk is full); continue it");
    assertThat(first(SampleRuns.with(cut, manifest.closed(SampleRuns.LATER, 19))))
        .startsWith("the run was ended early, but 18 of its 19 measurements are there; restore");
  }

  private static String first(Run run) {
    return sentences(run).get(0);
  }

  private static List<String> sentences(Run run) {
    return Warnings.sentences(Summarizer.summarize(run));
  }
}
