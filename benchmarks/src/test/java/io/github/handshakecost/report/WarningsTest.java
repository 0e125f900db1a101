package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Finding.Severity;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.stats.Summarizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WarningsTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 3);
  private static final Cell POOLED = SampleRuns.headline().get(0);
  private static final String LABEL = "request policy=pooled protocol=tls1.3: ";

  @Test
  void unsettledForksAreCounted() {
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
        LABEL + "2 of 3 measurements had not settled when warm-up ended; use --warm-up 40s");
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
        LABEL + "1 of 3 measurements warned: 3 SYNs were sent again; raise the backlog");
  }

  @Test
  void freePlacementIsReportedOnceForTheWholeRun() {
    final Run free =
        SampleRuns.mapForks(
            RUN,
            fork ->
                SampleForks.withMeasurement(
                    fork, withFacts(fork.measurement(), Map.of("placement", "free"))));

    assertWarning(
        free,
        "everywhere: 18 of 18 measurements ran with free placement, so their times include waking idle"
            + " cores; use -p placement=same-core");
  }

  @Test
  void driftIsReportedWithItsFigures() {
    final Run drifting =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(POOLED) && fork.round() == 1
                    ? SampleForks.withIterations(fork, WarningsTest::slowingDown)
                    : fork);

    assertThat(sentences(drifting))
        .singleElement()
        .asString()
        .startsWith(
            LABEL + "1 of 3 measurements drifted while they were measured (round 1: first half ")
        .contains("as one steady measurement in twenty does by chance");
  }

  @Test
  void timeInNoPhaseIsReported() {
    final Run open =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(POOLED)
                    ? SampleForks.withIterations(
                        fork, its -> its.stream().map(WarningsTest::halfClocked).toList())
                    : fork);

    assertThat(sentences(open))
        .anySatisfy(
            warning -> assertThat(warning).startsWith(LABEL).contains("µs are in no phase; take"));
    // No figure of a failed run may be quoted, not even in a warning.
    assertThat(sentences(SampleChanges.ended(open, RunManifest.End.FAILED)))
        .noneMatch(warning -> warning.contains("are in no phase"));
  }

  @Test
  void impreciseRatioIsReportedWithPlaceAndWidth() {
    final Run noisy =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(SampleRuns.headline().get(3))
                    ? SampleForks.withIterations(
                        fork, its -> stretched(its, 1 + 0.3 * fork.round()))
                    : fork);

    assertThat(sentences(noisy))
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith(
                        "1 of 4 ratios is known less closely than ±5 %: the widest is new-client"
                            + " over pooled at protocol=tls1.3 rtt=0ms placement=same-core, ")
                    .containsPattern(" \\((over )?±[0-9.]+ %\\); use --rounds [0-9]+$"));
  }

  @Test
  void forksOfSeveralCellsShareOneSentence() {
    final Set<Cell> two = Set.of(POOLED, SampleRuns.headline().get(3));
    final Run run = unsettled(fork -> two.contains(fork.cell()));

    assertThat(sentences(run))
        .containsExactly(
            "request policy=pooled protocol=tls1.3 and request policy=new-client protocol=tls1.3:"
                + " 6 of 6 measurements had not settled when warm-up ended; use --warm-up 40s");
    assertThat(sentences(unsettled(fork -> fork.round() == 1)))
        .containsExactly(
            "in 6 cells: 6 of 18 measurements had not settled when warm-up ended; use --warm-up 40s");
  }

  @Test
  void lineNamesThePoliciesOfItsForks() {
    assertThat(lines(unsettled(fork -> fork.cell().equals(POOLED) && fork.round() < 3)))
        .containsExactly("2 of 18 measurements unsettled (pooled) → --warm-up 40s");
    assertThat(lines(unsettled(fork -> fork.round() == 1)))
        .containsExactly("6 of 18 measurements unsettled → --warm-up 40s");
  }

  @Test
  void linesGroupCausesAndPutTheGravestFirst() {
    final Run noisy = SampleChanges.unsettled(RUN);
    final Run cut =
        SampleRuns.onlyForks(
            SampleRuns.with(
                noisy,
                SampleChanges.asked(noisy.manifest(), 0.001)
                    .closed(SampleRuns.LATER, 18)
                    .ended(RunManifest.End.COMPLETE, null)),
            fork -> !fork.cell().equals(POOLED) || fork.round() < 3);

    assertThat(Warnings.lines(Summarizer.summarize(cut)))
        .satisfiesExactly(
            incomplete -> {
              assertThat(incomplete.severity()).isEqualTo(Severity.WRONG);
              assertThat(incomplete.text())
                  .startsWith("the run ended, but 17 of its 18 measurements are there → restore");
            },
            few -> assertThat(few.text()).startsWith("only 2 of at least 3 rounds"),
            undecided ->
                assertThat(undecided.text())
                    .isEqualTo(
                        "which policy is slower is open for 3 of 4 ratios (too few rounds) →"
                            + " --rounds 3"),
            // The cost has too few rounds for an interval, the one ratio has not.
            sizes ->
                assertThat(sizes.text())
                    .isEqualTo("size known to over ±100 % (target ±0.1 %) → --rounds 3"),
            forks ->
                assertThat(forks.text())
                    .isEqualTo("17 of 17 measurements unsettled → --warm-up 40s"));
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
                  PhaseTimes.closing(by * it.mean(), true, null, phase -> by * phase.of(phases)));
            })
        .toList();
  }

  private static IterationRecord halfClocked(IterationRecord old) {
    return SampleForks.withTimes(
        old,
        old.mean(),
        PhaseTimes.closing(old.mean(), true, null, phase -> phase.of(old.phases()) / 2));
  }

  private static void assertWarning(Run run, String warning) {
    assertThat(sentences(run)).containsExactly(warning);
  }

  private static Run unsettled(Predicate<ForkRecord> which) {
    final Run all = SampleChanges.unsettled(RUN);
    return SampleRuns.mapForks(
        RUN, fork -> which.test(fork) ? all.forks().get(RUN.forks().indexOf(fork)) : fork);
  }

  private static List<String> sentences(Run run) {
    return Warnings.sentences(Summarizer.summarize(run));
  }

  private static List<String> lines(Run run) {
    return Warnings.lines(Summarizer.summarize(run)).stream().map(Warnings.Line::text).toList();
  }
}
