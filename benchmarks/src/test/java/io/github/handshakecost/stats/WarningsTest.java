package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.IterationRecord;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.PhaseTimes;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.WarmUpCurve;
import io.github.handshakecost.result.Warning;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WarningsTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 3);
  private static final Cell POOLED = SampleRuns.headline().get(0);
  private static final String LABEL = "request policy=pooled protocol=tls1.3: ";

  @Test
  void unsettledWarmUpIsCountedByCell() {
    assertWarning(
        inPooled(
            2,
            old ->
                new ForkMeasurement(
                    new WarmUpCurve(0.5, List.of(9.0), List.of(9.0), 10, false),
                    old.iterations(),
                    old.latency(),
                    old.facts(),
                    old.warnings(),
                    old.link())),
        LABEL + "2 of 3 forks had not settled when warm-up ended; give warm-up more time");
  }

  @Test
  void warningOfForkIsPassedOnOnce() {
    final Warning warning = new Warning("3 SYNs were sent again", "raise the backlog");

    assertWarning(
        inPooled(
            1,
            old ->
                new ForkMeasurement(
                    old.warmUp(),
                    old.iterations(),
                    old.latency(),
                    old.facts(),
                    List.of(warning, warning),
                    old.link())),
        LABEL + "1 of 3 forks warned: 3 SYNs were sent again; raise the backlog");
  }

  @Test
  void twoTypicalTimesAreSaid() {
    assertWarning(
        inPooled(
            3,
            old ->
                new ForkMeasurement(
                    old.warmUp(),
                    old.iterations(),
                    new Latency(10, old.latency().points(), List.of(20.0, 90.0)),
                    old.facts(),
                    old.warnings(),
                    old.link())),
        LABEL
            + "3 of 3 forks have more than one typical time (round 1: around 20.0 and 90.0 µs); the"
            + " mean describes none of them: look for a thread that moves or a delayed ACK");
  }

  @Test
  void freePlacementIsSaidOnceForTheWholeRun() {
    final Run free =
        SampleRuns.mapForks(
            RUN,
            fork ->
                SampleForks.withMeasurement(
                    fork, withFacts(fork.measurement(), Map.of("placement", "free"))));

    assertWarning(
        free,
        "everywhere: 18 of 18 forks ran with free placement, so that their times hold the waking of"
            + " idle cores; measure with placement=same-core where the system lets a thread be"
            + " pinned");
  }

  @Test
  void driftIsSaidWithItsFigures() {
    final Run drifting =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(POOLED) && fork.round() == 1
                    ? SampleForks.withIterations(fork, WarningsTest::slowingDown)
                    : fork);

    assertThat(Summarizer.summarize(drifting).warnings())
        .singleElement()
        .asString()
        .startsWith(LABEL + "1 of 3 forks drifted while they were measured (round 1: first half ")
        .contains("one steady fork in twenty does so by chance");
  }

  @Test
  void timeInNoPhaseIsSaid() {
    final Run open =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(POOLED)
                    ? SampleForks.withIterations(
                        fork, its -> its.stream().map(WarningsTest::halfClocked).toList())
                    : fork);

    assertThat(Summarizer.summarize(open).warnings())
        .anySatisfy(
            warning -> assertThat(warning).startsWith(LABEL).contains("are in no phase, over 5"));
    // Nothing of a failed run may be quoted, nor does a warning.
    assertThat(Summarizer.summarize(SampleChanges.ended(open, RunManifest.End.FAILED)).warnings())
        .noneMatch(warning -> warning.contains("are in no phase"));
  }

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
            null,
            null,
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
                        "inconclusive: request, 22.5 µs, is known to ± 5.8 % where 5.0 % was"));
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
  void runIsToBeContinuedOnlyWhereItCan() {
    for (final RunManifest.End end :
        List.of(RunManifest.End.RUNNING, RunManifest.End.INTERRUPTED)) {
      final Run old = SampleChanges.ended(RUN, end);
      final Run ours = SampleRuns.with(old, SampleChanges.planned(old.manifest(), "quick"));
      final Run part =
          SampleRuns.with(old, SampleChanges.planned(old.manifest(), RunManifest.SELF_TEST));

      assertThat(first(old)).endsWith("; measure again");
      assertThat(first(ours)).endsWith("; continue it with run --resume");
      assertThat(first(part)).endsWith("; measure again");
    }
  }

  private static String first(Run run) {
    return Summarizer.summarize(run).warnings().get(0);
  }

  @Test
  void wideRatioIsSaidWithPlaceAndWidth() {
    final Run noisy =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(SampleRuns.headline().get(3))
                    ? SampleForks.withIterations(
                        fork, its -> stretched(its, 1 + 0.3 * fork.round()))
                    : fork);

    assertThat(Summarizer.summarize(noisy).warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith(
                        "inconclusive: new-client over pooled at protocol=tls1.3 rtt=0ms"
                            + " placement=same-core, ")
                    .contains("is known to ± ", "where 5.0 % was asked"));
  }

  private static Run inPooled(int forks, UnaryOperator<ForkMeasurement> change) {
    return SampleRuns.mapForks(
        RUN,
        fork ->
            fork.cell().equals(POOLED) && fork.round() <= forks
                ? SampleForks.withMeasurement(fork, change.apply(fork.measurement()))
                : fork);
  }

  private static ForkMeasurement withFacts(ForkMeasurement old, Map<String, String> facts) {
    return new ForkMeasurement(
        old.warmUp(), old.iterations(), old.latency(), facts, old.warnings(), old.link());
  }

  private static List<IterationRecord> slowingDown(List<IterationRecord> iterations) {
    return IntStream.range(0, iterations.size())
        .mapToObj(i -> stretched(iterations, 1 + 0.01 * i).get(i))
        .toList();
  }

  private static List<IterationRecord> stretched(List<IterationRecord> iterations, double by) {
    return iterations.stream()
        .map(
            it -> {
              final PhaseTimes phases = it.phases();
              return SampleForks.withTimes(
                  it,
                  by * it.mean(),
                  PhaseTimes.closing(by * it.mean(), phase -> by * phase.of(phases)));
            })
        .toList();
  }

  private static IterationRecord halfClocked(IterationRecord old) {
    return SampleForks.withTimes(
        old, old.mean(), PhaseTimes.closing(old.mean(), phase -> phase.of(old.phases()) / 2));
  }

  private static void assertWarning(Run run, String warning) {
    assertThat(Summarizer.summarize(run).warnings()).containsExactly(warning);
  }
}
