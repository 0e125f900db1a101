package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkViolationTest {
  private static final long SEGMENTS = 2_500;

  /** 2 % from 20 ms on, 0.2 ms below; loopback has no nominal time. */
  @ParameterizedTest
  @CsvSource({
    "0, 900, true", "1000, 1200, true", "1000, 1201, false", "5000, 4799, false",
    "19999, 20199, true", "19999, 20201, false", "20000, 20400, true", "20000, 19599, false",
    "50000, 51000, true", "50000, 51001, false"
  })
  void boundIsThatOfTheRoundTripTime(double nominal, double connect, boolean within) {
    assertThat(CalibratedForks.violation(link(nominal, connect, 0, 0), SEGMENTS).isEmpty())
        .isEqualTo(within);
  }

  @Test
  void tooManyLatePacketsAreRefused() {
    assertThat(CalibratedForks.violation(link(20_000, 20_100, 50, 0), SEGMENTS)).isEmpty();
    assertThat(CalibratedForks.violation(link(20_000, 20_100, 51, 0), SEGMENTS))
        .hasValue(
            "51 of 1000 packets left the link more than 1 ms late, the worst by 2.5 ms (allowed: 5 %)");
  }

  @Test
  void droppedPacketIsRefused() {
    assertThat(CalibratedForks.violation(link(20_000, 20_100, 0, 1), SEGMENTS))
        .hasValue("the link dropped 1 of 1000 packets (allowed: 0)");
  }

  /** Also on loopback: if the processor stalls, the kernel takes a segment for lost. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "1, 0, true",
    "2, 0, false",
    "1, 10, true",
    "2, 1999, false",
    "2, 2000, true",
    "100, 100000, true",
    "101, 100000, false"
  })
  void oneLossOrAThousandthOfTheSegmentsIsAllowed(long losses, long segments, boolean within) {
    assertThat(CalibratedForks.violation(losing(losses), segments).isEmpty()).isEqualTo(within);
  }

  @Test
  void lossesAreNamedWithTheirBound() {
    assertThat(CalibratedForks.violation(losing(3), SEGMENTS))
        .hasValue("the kernel lost 3 of 2500 segments or connections (allowed: 0.1 %)");
  }

  private static LinkRecord losing(long losses) {
    return new LinkRecord(0, 20, 20, 20, 0, 0, 0, 0, losses, null, 0);
  }

  private static LinkRecord link(double nominal, double connect, long late, long refused) {
    return new LinkRecord(
        nominal, connect, connect, connect, 1000, late, 2500, refused, 0, null, 0);
  }
}
