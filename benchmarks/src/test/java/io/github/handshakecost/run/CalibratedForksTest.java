package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.LinkRecord;
import io.github.handshakecost.trial.Workload;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalibratedForksTest {
  private static final Cell CELL = Ladder.standard(Workload.REQUEST).with("rtt", "20ms");

  @Test
  void forkWhoseLinkIsAsAskedIsKept() {
    assertThat(measure(20_150).discarded()).isZero();
  }

  @Test
  void forkWhoseLinkIsOffIsMeasuredAgainAndCounted() {
    final LinkRecord link = measure(20_500, 19_500, 20_300);

    assertThat(link.connect()).isEqualTo(20_300);
    assertThat(link.discarded()).isEqualTo(2);
  }

  @Test
  void linkThatStaysOffEndsTheRun() {
    assertThatThrownBy(() -> measure(20_500, 20_500, 20_500))
        .isInstanceOf(LinkNotSteadyException.class)
        .hasMessageStartingWith(CELL.label())
        .hasMessageContaining(
            "connect() took 20500 us over a link of 20000 us, which may be off by 400 us, in each"
                + " of 3 forks; leave the machine to the run, and continue it with run --resume, or"
                + " measure anew at another rtt");
  }

  /** Loopback has no other round-trip time. */
  @Test
  void remedyOnLoopbackIsQuietAlone() {
    final LinkRecord lossy = new LinkRecord(0, 20, 20, 20, 0, 0, 0, 0, 1, null, 0);
    final Forks forks = (round, cell) -> SampleForks.of(round, cell, 100).with(lossy);

    assertThatThrownBy(() -> new CalibratedForks(forks).measure(1, CELL.with("rtt", "0ms")))
        .isInstanceOf(LinkNotSteadyException.class)
        .hasMessageEndingWith("leave the machine to the run, and continue it with run --resume");
  }

  /** 2 % from 20 ms on, 0.2 ms below; loopback has no time that it could miss. */
  @ParameterizedTest
  @CsvSource({
    "0, 900, true", "1000, 1200, true", "1000, 1201, false", "5000, 4799, false",
    "19999, 20199, true", "19999, 20201, false", "20000, 20400, true", "20000, 19599, false",
    "50000, 51000, true", "50000, 51001, false"
  })
  void boundIsThatOfTheRoundTripTime(double nominal, double connect, boolean within) {
    assertThat(LinkBounds.violation(link(nominal, connect, 0, 0)).isEmpty()).isEqualTo(within);
  }

  @Test
  void tooManyLatePacketsAreRefused() {
    assertThat(LinkBounds.violation(link(20_000, 20_100, 50, 0))).isEmpty();
    assertThat(LinkBounds.violation(link(20_000, 20_100, 51, 0)))
        .hasValue(
            "51 of 1000 packets left the link more than 1 ms late (the worst by 2.5 ms), of which there may be 5 %");
  }

  /** Also on loopback: a processor that stalls makes the kernel take a segment for lost. */
  @Test
  void segmentThatWasSentAgainIsRefused() {
    assertThat(LinkBounds.violation(new LinkRecord(0, 20, 20, 20, 0, 0, 0, 0, 1, null, 0)))
        .hasValue(
            "the kernel sent segments again or found no room for connections, 1 in all, and may do neither");
  }

  @Test
  void droppedPacketIsRefused() {
    assertThat(LinkBounds.violation(link(20_000, 20_100, 0, 1)))
        .hasValue("the link dropped 1 of 1000 packets, and may drop none");
  }

  private static LinkRecord measure(double... connects) {
    final Iterator<ForkRecord> forks =
        Arrays.stream(connects)
            .mapToObj(connect -> SampleForks.of(1, CELL, 100).with(link(20_000, connect, 0, 0)))
            .toList()
            .iterator();
    final ForkRecord kept = new CalibratedForks((round, cell) -> forks.next()).measure(1, CELL);
    return kept.measurement().link();
  }

  private static LinkRecord link(double nominal, double connect, long late, long refused) {
    return new LinkRecord(
        nominal, connect, connect, connect, 1000, late, 2500, refused, 0, null, 0);
  }
}
