package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
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
                        "1 of 4 ratios is known less closely than ±5 %: the widest is new-client"
                            + " over pooled at protocol=tls1.3 rtt=0ms placement=same-core, ")
                    .containsPattern(" \\((over )?±[0-9.]+ %\\); add --rounds or --time-budget$"));
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
