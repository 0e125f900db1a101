package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellPlanTest {
  private static final Cell POOLED = Trials.cell("pooled", "tls1.3", "httpclient5");

  /** Six thousand requests that wait 40 ms each would take four minutes. */
  @ParameterizedTest
  @CsvSource({"idle, 250ms", "recovery, check", "serverNagle, on"})
  void warmUpDoesNotWait(String axis, String value) {
    final CellPlan waiting = CellPlan.of(POOLED.with(axis, value));

    assertThat(waiting.forWarmUp().cell()).isEqualTo(POOLED);
    assertThat(waiting.forWarmUp().kind()).isEqualTo(CellPlan.of(POOLED).kind());
  }

  @Test
  void connectionThatTheServerClosesIsResumedInTheWarmUp() {
    final Cell expired =
        POOLED.with("policy", "expired").with("idle", "250ms").with("recovery", "retry");

    assertThat(CellPlan.of(expired).forWarmUp().cell())
        .isEqualTo(POOLED.with("policy", "new-connection-resumed"));
  }
}
