package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has to be known of a run as a whole. */
final class RunWarningsTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 3);
  private static final Cell POOLED = SampleRuns.headline().get(0);

  @Test
  void dirtyTreeFewRoundsAndMissingCellsAreSaid() {
    final RunManifest plan = RUN.manifest();
    final RunManifest dirty =
        new RunManifest(
            plan.schema(),
            plan.plan(),
            List.of(POOLED, SampleRuns.cell("request", "new-client", "tls1.2")),
            plan.seed(),
            plan.precision(),
            plan.timeBudgetSeconds(),
            plan.commit(),
            true,
            plan.startedAt(),
            List.of(new Warning("1 core", "give it 2")),
            plan.end(),
            null,
            plan.effort(),
            plan.jmhArguments(),
            null);
    final Run run = SampleRuns.with(SampleRuns.of(List.of(POOLED), 2), dirty);

    assertThat(Summarizer.summarize(run).warnings())
        .satisfiesExactly(
            end ->
                assertThat(end)
                    .isEqualTo(
                        "the run came to its end, but 2 of its 4 forks are there;"
                            + " let it have the forks that it measured and no others, or measure"
                            + " again"),
            machine -> assertThat(machine).isEqualTo("1 core; give it 2"),
            missing ->
                assertThat(missing)
                    .startsWith(
                        "1 of 2 planned cells have no result: request policy=new-client"
                            + " protocol=tls1.2;"),
            uncommitted -> assertThat(uncommitted).startsWith("the code had changes that commit"),
            few -> assertThat(few).startsWith("only 0 of at least 3 rounds were measured"),
            loose ->
                assertThat(loose)
                    .startsWith(
                        "2 of 2 means are known less closely than ±5 %: the widest is request"));
  }

  /** That the time was short took no fork away. */
  @Test
  void missingForksAreToldApartFromWhyTheRunEnded() {
    final Run run =
        SampleRuns.onlyForks(
            SampleRuns.with(RUN, RUN.manifest().ended(RunManifest.End.COMPLETE, "out of time")),
            fork -> fork.round() != 2);

    assertThat(Summarizer.summarize(run).marks().get(0))
        .startsWith("INCOMPLETE (")
        .doesNotContain("out of time");
    assertThat(Summarizer.summarize(run).warnings())
        .contains("out of time")
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("the run came to its end, but")
                    .doesNotContain("out of time"))
        .anySatisfy(
            warning -> assertThat(warning).contains("rounds were measured; let it have the forks"));
  }

  @Test
  void runThatDidNotComeToItsEndIsToBeContinued() {
    for (final RunManifest.End end :
        List.of(RunManifest.End.RUNNING, RunManifest.End.INTERRUPTED)) {
      final Run cut = SampleChanges.ended(SampleRuns.of(SampleRuns.headline(), 2), end);

      assertThat(first(cut)).endsWith("; continue it with run --resume");
    }
  }

  @Test
  void runThatItsUserEndedAfterEnoughRoundsSaysHowToAddMore() {
    final Run cut = SampleChanges.ended(RUN, RunManifest.End.INTERRUPTED);
    final RunManifest manifest = cut.manifest();
    final RunManifest stopped = manifest.ended(RunManifest.End.INTERRUPTED, "the disk is full");

    assertThat(first(cut))
        .isEqualTo(
            "ended early by its user after 3 rounds; continue it with run --resume DIR to add more");
    assertThat(first(SampleRuns.with(cut, stopped)))
        .startsWith("ended early after 3 rounds (the disk is full); continue it");
    assertThat(first(SampleRuns.with(cut, manifest.after(19))))
        .startsWith("the run was ended early, but 18 of its 19 forks are there; let it have");
  }

  private static String first(Run run) {
    return Summarizer.summarize(run).warnings().get(0);
  }
}
