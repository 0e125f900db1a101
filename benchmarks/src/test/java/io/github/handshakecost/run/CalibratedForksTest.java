package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.run.CalibratedForks.LinkNotSteadyException;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.trial.Workload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CalibratedForksTest {
  private static final Cell HERE = PlanCells.standardCell(Workload.REQUEST);
  private static final Cell AWAY = HERE.with("rtt", "20ms");
  private static final Cell POOLED_AWAY = AWAY.with("policy", "pooled");
  private static final LinkRecord LOOPBACK = new LinkRecord(0, 20, 25, 18, 0, 0, 0, 0, 0, null, 0);
  private static final LinkRecord GOOD = link(20_150);
  private static final LinkRecord OFF = link(20_500);

  private final Deque<GroupFork> forks = new ArrayDeque<>();
  private final CalibratedForks calibrated =
      new CalibratedForks((round, group, blocks) -> forks.removeFirst());

  @Test
  void forkWithLinksWithinBoundsIsKept() {
    measured(fork(HERE, LOOPBACK), fork(AWAY, GOOD));

    assertThat(next())
        .extracting(ForkRecord::cell, fork -> fork.measurement().link().discarded())
        .containsExactly(tuple(HERE, 0), tuple(AWAY, 0));
  }

  @Test
  void cellsOfALinkOutOfBoundsAreDiscardedAndTheOtherCellsKept() {
    measured(fork(HERE, LOOPBACK), fork(AWAY, OFF), fork(POOLED_AWAY, OFF));

    assertThat(next()).extracting(ForkRecord::cell).containsExactly(HERE);
  }

  @Test
  void nextKeptForkCountsTheDiscardedForks() {
    measured(fork(HERE, LOOPBACK), fork(AWAY, OFF));
    measured(fork(HERE, LOOPBACK), fork(AWAY, OFF));
    measured(fork(HERE, LOOPBACK), fork(AWAY, GOOD));
    measured(fork(HERE, LOOPBACK), fork(AWAY, GOOD));
    next();
    next();

    assertThat(next())
        .extracting(fork -> fork.measurement().link().discarded())
        .containsExactly(0, 2);
    assertThat(next())
        .extracting(fork -> fork.measurement().link().discarded())
        .containsExactly(0, 0);
  }

  @Test
  void forkWithoutKeptCellsIsMeasuredAgain() {
    measured(fork(AWAY, OFF));
    measured(fork(AWAY, link(19_500)));
    measured(fork(AWAY, GOOD));

    assertThat(next()).extracting(fork -> fork.measurement().link()).containsExactly(GOOD.after(2));
  }

  @Test
  void linkThatStaysOutOfBoundsEndsTheRun() {
    measured(fork(AWAY, OFF));
    measured(fork(AWAY, OFF));
    measured(fork(AWAY, OFF));

    assertThatThrownBy(this::next)
        .isInstanceOf(LinkNotSteadyException.class)
        .hasMessage(
            AWAY.label()
                + ": connect() took a median of 20500 µs over a link of 20000 µs (allowed: ±400 µs), in each of 3"
                + " forks; reduce background load, and continue the run with run --resume, or"
                + " measure at another rtt");
    assertThat(forks).isEmpty();
  }

  /** Loopback has only one round-trip time. */
  @Test
  void remedyOnLoopbackNamesNoOtherRtt() {
    for (int i = 0; i < 3; i++) {
      measured(fork(HERE, losing(2)));
    }

    assertThatThrownBy(this::next)
        .isInstanceOf(LinkNotSteadyException.class)
        .hasMessageEndingWith("reduce background load, and continue the run with run --resume");
  }

  /** A broken premise is not a fault of the link. */
  @Test
  void forkWithoutAnyPremiseThatHeldIsNotMeasuredAgain() {
    final GroupFork broken = new GroupFork(List.of(), Map.of(AWAY, "it broke"));
    forks.add(broken);

    assertThat(calibrated.measure(1, group(), (cell, micros) -> {})).isEqualTo(broken);
  }

  @Test
  void brokenPremiseIsReportedAlsoIfTheOtherCellsAreMeasuredAgain() {
    forks.add(new GroupFork(List.of(fork(AWAY, OFF)), Map.of(HERE, "it broke")));
    measured(fork(HERE, LOOPBACK), fork(AWAY, GOOD));

    final GroupFork fork = calibrated.measure(1, group(), (cell, micros) -> {});

    assertThat(fork.broken()).containsExactly(Map.entry(HERE, "it broke"));
    assertThat(fork.cells()).extracting(ForkRecord::cell).containsExactly(AWAY);
  }

  /** The kernel counts the losses of all cells of a link together. */
  @Test
  void lossesAreComparedWithTheSegmentsOfAllCellsOfADistance() {
    measured(sending(1500, fork(AWAY, GOOD, 2)), sending(500, fork(POOLED_AWAY, GOOD, 2)));
    assertThat(next()).extracting(ForkRecord::cell).containsExactly(AWAY, POOLED_AWAY);

    measured(
        sending(900_000, fork(HERE, LOOPBACK)),
        sending(1400, fork(AWAY, GOOD, 2)),
        sending(500, fork(POOLED_AWAY, GOOD, 2)));
    assertThat(next()).extracting(ForkRecord::cell).containsExactly(HERE);
  }

  private void measured(ForkRecord... cells) {
    forks.add(new GroupFork(List.of(cells), Map.of()));
  }

  private List<ForkRecord> next() {
    return calibrated.measure(1, group(), (cell, micros) -> {}).cells();
  }

  private static Group group() {
    return new Group("httpclient5", List.of(HERE, AWAY, POOLED_AWAY));
  }

  private static ForkRecord fork(Cell cell, LinkRecord link) {
    return SampleForks.of(1, cell, 100).with(link);
  }

  private static ForkRecord fork(Cell cell, LinkRecord link, long losses) {
    return fork(
        cell,
        new LinkRecord(
            link.nominal(),
            link.connect(),
            link.connectP95(),
            link.echo(),
            link.packets(),
            link.late(),
            link.worstLate(),
            link.refused(),
            losses,
            link.shortened(),
            0));
  }

  private static ForkRecord sending(long segments, ForkRecord fork) {
    final ForkMeasurement old = fork.measurement();
    final int iterations = old.iterations().size();
    return new ForkRecord(
        fork.schema(),
        fork.origin(),
        fork.round(),
        fork.cell(),
        fork.startedAt(),
        fork.took(),
        fork.jmh(),
        new ForkMeasurement(
            old.warmUp(),
            old.iterations().stream().map(each -> sending(segments / iterations, each)).toList(),
            old.latency(),
            old.facts(),
            old.warnings(),
            old.link()));
  }

  private static IterationRecord sending(long segments, IterationRecord old) {
    return new IterationRecord(
        old.mean(),
        old.operations(),
        old.counts(),
        old.phases(),
        old.clientCpu(),
        old.serverCpu(),
        old.allocatedBytes(),
        segments,
        null);
  }

  private static LinkRecord losing(long losses) {
    return new LinkRecord(0, 20, 20, 20, 0, 0, 0, 0, losses, null, 0);
  }

  private static LinkRecord link(double connect) {
    return new LinkRecord(20_000, connect, connect, connect, 1000, 0, 0, 0, 0, null, 0);
  }
}
