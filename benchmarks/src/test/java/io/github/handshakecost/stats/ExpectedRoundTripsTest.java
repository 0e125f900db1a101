package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectedRoundTripsTest {
  private static final Cell FULL = SampleRuns.cell("request", "new-connection-full", "tls1.3");

  @Test
  void protocolGivesTheNumberOfEachPhaseAndOfAll() {
    assertThat(ExpectedRoundTrips.of(FULL))
        .extracting(ExpectedRoundTrips::number)
        .containsExactly(1.0, 1.0, 3.0);
  }

  /** Then the protocol is not all that a request waits for. */
  @ParameterizedTest
  @CsvSource({"users, 4", "pool, 1", "serverNagle, on", "recovery, check", "body, 16384"})
  void requestThatAlsoWaitsForSomethingElseHasNoNumber(String axis, String value) {
    assertThat(ExpectedRoundTrips.of(FULL.with(axis, value)))
        .singleElement()
        .returns("total", ExpectedRoundTrips::cause)
        .returns(null, ExpectedRoundTrips::number);
  }
}
