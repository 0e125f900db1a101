package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.PerRequest;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SummarizerTest {
  private static final Run RUN = SampleRuns.complete(5);

  @Test
  void roundInWhichTheMachineWasSlowerIsNamed() {
    assertThat(Summarizer.summarize(RUN).findings(Finding.UnevenSpeed.class)).isEmpty();
    assertThat(Summarizer.summarize(slowerRound(1.2)).findings(Finding.UnevenSpeed.class))
        .isEmpty();
    assertThat(Summarizer.summarize(slowerRound(2)).findings(Finding.UnevenSpeed.class))
        .singleElement()
        .satisfies(speed -> assertThat(speed.factor()).isCloseTo(2, within(0.05)));
  }

  private static Run slowerRound(double factor) {
    return SampleRuns.mapForks(
        RUN,
        fork ->
            fork.round() != 2
                ? fork
                : SampleForks.withIterations(
                    fork,
                    iterations ->
                        iterations.stream()
                            .map(
                                old ->
                                    SampleForks.withTimes(old, factor * old.mean(), old.phases()))
                            .toList()));
  }

  @Test
  void quietRunIsCompleteConclusiveAndWithoutWarning() {
    final Summary summary = Summarizer.summarize(RUN);

    assertThat(summary.complete()).isTrue();
    assertThat(summary.conclusive()).isTrue();
    assertThat(summary.findings()).isEmpty();
    assertThat(summary.rounds()).isEqualTo(5);
    assertThat(summary.cells()).extracting(CellSummary::cell).isEqualTo(RUN.manifest().cells());
  }

  @Test
  void meanIsThatOfTheForksAndInsideItsInterval() {
    final CellSummary cell = Summarizer.summarize(RUN).cells().get(2);

    final double mean =
        RUN.forks().stream()
            .filter(fork -> fork.cell().equals(cell.cell()))
            .mapToDouble(ForkRecord::mean)
            .average()
            .orElseThrow();
    assertThat(cell.mean()).isCloseTo(mean, within(1e-9));
    assertThat(cell.ci95()).isNotNull().returns(true, interval -> interval.contains(mean));
    assertThat(cell.rounds()).isEqualTo(5);
    assertThat(cell.requests()).isEqualTo(5 * 6 * 1000);
  }

  @Test
  void forkThatMadeMoreRequestsDoesNotCountForMoreInCpuTimes() {
    final Cell cell = RUN.manifest().cells().get(2);
    final Run run =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(cell) && fork.round() == 1
                    ? SampleForks.withIterations(fork, SummarizerTest::thriceAtTwiceTheCpu)
                    : fork);

    final PerRequest before = Summarizer.summarize(RUN).cells().get(2).perRequest();
    final PerRequest after = Summarizer.summarize(run).cells().get(2).perRequest();
    // One of five forks takes twice as much; by requests it would be three of seven.
    assertThat(after.clientCpu() / before.clientCpu()).isCloseTo(1.2, within(0.01));
    assertThat(after.serverCpu() / before.serverCpu()).isCloseTo(1.2, within(0.01));
  }

  private static List<IterationRecord> thriceAtTwiceTheCpu(List<IterationRecord> iterations) {
    return Collections.nCopies(3, iterations).stream()
        .flatMap(List::stream)
        .map(
            old ->
                new IterationRecord(
                    old.mean(),
                    old.operations(),
                    old.counts(),
                    old.phases(),
                    2 * old.clientCpu(),
                    2 * old.serverCpu(),
                    old.allocatedBytes(),
                    old.segments(),
                    old.clientThreads()))
        .toList();
  }

  @Test
  void phasesSumToTheMean() {
    assertThat(Summarizer.summarize(RUN).cells())
        .allSatisfy(cell -> assertThat(cell.phases().total()).isCloseTo(cell.mean(), within(1e-9)));
  }

  @Test
  void loopCountsItsRequestsOneByOne() {
    final CellSummary loop = Summarizer.summarize(RUN).cells().get(7);

    assertThat(loop.benchmark()).isEqualTo("yearly-records");
    assertThat(loop.requests()).isEqualTo(11 * loop.operations());
    assertThat(loop.perRequest().handshakesFull()).isEqualTo(1);
  }

  @Test
  void everyPolicyIsComparedWithPooledOfItsOwnProtocol() {
    final List<Ratio> ratios = Summarizer.summarize(RUN).ratios();

    assertThat(ratios)
        .extracting(Ratio::benchmark, Ratio::candidate, ratio -> ratio.where().get("protocol"))
        .containsExactly(
            tuple("request", "new-connection-resumed", "tls1.3"),
            tuple("request", "new-connection-full", "tls1.3"),
            tuple("request", "new-client", "tls1.3"),
            tuple("request", "new-connection-full", "http"),
            tuple("yearly-records", "new-client", "tls1.3"));
    assertThat(ratios).allSatisfy(ratio -> assertThat(ratio.where()).doesNotContainKey("policy"));
    assertThat(ratios.get(1).ratio()).isCloseTo(1555.5 / 22.5, within(1.0));
  }

  @Test
  void roundThatHoldsOnlyOneSideOfRatioIsLeftOut() {
    final Run lacking =
        new Run(
            "run",
            RUN.manifest(),
            RUN.forks().stream()
                .filter(
                    fork -> fork.round() != 2 || !fork.cell().equals(SampleRuns.headline().get(0)))
                .toList(),
            Map.of());

    final Summary summary = Summarizer.summarize(lacking);

    assertThat(summary.cells()).extracting(CellSummary::rounds).startsWith(4, 5, 5, 5);
    assertThat(summary.ratios()).extracting(Ratio::rounds).startsWith(4, 4, 4, 5);
  }

  @Test
  void twoRoundsHaveNoIntervalAndDecideNothing() {
    final Summary summary = Summarizer.summarize(SampleRuns.complete(2));

    assertThat(summary.decided()).isFalse();
    assertThat(summary.conclusive()).isFalse();
    assertThat(summary.cells()).allSatisfy(cell -> assertThat(cell.ci95()).isNull());
    assertThat(summary.ratios()).allSatisfy(ratio -> assertThat(ratio.ci95()).isNull());
    assertThat(summary.costs()).allSatisfy(cost -> assertThat(cost.agree()).isNull());
  }

  @Test
  void failedRunSaysSoFirst() {
    final Run failed =
        SampleRuns.with(
            RUN, RUN.manifest().ended(RunManifest.End.FAILED, "pooled made 3 connections"));

    final Summary summary = Summarizer.summarize(failed);

    assertThat(summary.complete()).isFalse();
    assertThat(summary.findings())
        .first()
        .isInstanceOfSatisfying(
            Finding.Incomplete.class,
            run -> {
              assertThat(run.end()).isEqualTo(RunManifest.End.FAILED);
              assertThat(run.reason()).isEqualTo("pooled made 3 connections");
            });
    assertThat(summary.cells()).isNotEmpty();
  }
}
