package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.LinkSummary;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measured figures of links, by nominal round-trip time. */
final class LinksTest {
  private static final Cell CELL = SampleRuns.cell("request", "pooled", "tls1.3");

  @Test
  void measuredTimesStandBesideTheNominalOne() {
    assertThat(
            Links.of(
                List.of(
                    fork("20ms", 1, 20_100, 2, 300.0),
                    fork("20ms", 2, 19_950, 0, 340.0),
                    fork("20ms", 3, 20_010, 1, 320.0))))
        .containsExactly(
            new LinkSummary(
                "20ms",
                3,
                20_010,
                new Interval(19_950, 20_100),
                21_010,
                20_009,
                3000,
                30,
                3,
                320.0));
  }

  @Test
  void cellsOfOneForkShareItsLink() {
    final ForkRecord pooled = fork("20ms", 1, 20_100, 2, 300.0);
    final ForkRecord fresh =
        SampleForks.fork(pooled.cell().with("policy", "new-client"), 1)
            .with(pooled.measurement().link());

    assertThat(fresh.jvm()).isEqualTo(pooled.jvm());
    assertThat(Links.of(List.of(pooled, fresh))).isEqualTo(Links.of(List.of(pooled)));
  }

  @Test
  void distancesAreInOrderOfLength() {
    assertThat(Links.of(List.of(fork("50ms", 1, 50_000, 0, 1.0), fork("5ms", 1, 5000, 0, 1.0))))
        .extracting(LinkSummary::rtt)
        .containsExactly("5ms", "50ms");
  }

  @Test
  void loopbackIsNotShortened() {
    assertThat(Links.of(SampleRuns.complete(2).forks()))
        .singleElement()
        .returns("0ms", LinkSummary::rtt)
        .satisfies(link -> assertThat(link.shortened()).isNull());
  }

  private static ForkRecord fork(
      String rtt,
      int round,
      double connect,
      int discarded,
      @org.jspecify.annotations.Nullable Double shortened) {
    final double nominal = 1000 * Double.parseDouble(rtt.replace("ms", ""));
    return SampleForks.fork(CELL.with("rtt", rtt), round)
        .with(
            new LinkRecord(
                nominal,
                connect,
                connect + 1000,
                connect - 1,
                1000,
                10,
                1500,
                0,
                0,
                shortened,
                discarded));
  }
}
