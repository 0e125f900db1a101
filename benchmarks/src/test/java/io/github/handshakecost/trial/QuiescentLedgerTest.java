package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.model.Policy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QuiescentLedgerTest {
  private static final CellPlan FULL = Trials.plan("new-connection-full", "http");

  private HttpsFixture fixture;

  @BeforeEach
  void start() {
    fixture = HttpsFixture.start(FixtureConfig.defaults());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void connectionKeptUnderNewConnectionIsFound() throws IOException {
    final QuiescentLedger impatient = new QuiescentLedger(fixture, Duration.ofMillis(50));
    try (User user = Trials.user(Trials.actingAs(Policy.POOLED, FULL), fixture)) {
      user.perform();

      assertThatThrownBy(() -> impatient.withOpen(FULL.label(), FULL.expected().keptConnections()))
          .isInstanceOf(BrokenPremiseException.class)
          .hasMessage("%s: expected 0 open connections between iterations, found 1", FULL.label());
    }
  }

  @Test
  void connectionThatIsAboutToCloseIsWaitedFor() throws IOException {
    final QuiescentLedger server = new QuiescentLedger(fixture);
    try (User user = Trials.user(FULL, fixture)) {
      user.perform();

      assertThat(server.withOpen(FULL.label(), 0).connectionsClosed()).isEqualTo(1);
    }
  }

  @Test
  void connectionThatIsMissingIsNotWaitedFor() {
    final QuiescentLedger patient = new QuiescentLedger(fixture, Duration.ofHours(1));

    assertThatThrownBy(() -> patient.withOpen(FULL.label(), 1))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessage("%s: expected 1 open connections between iterations, found 0", FULL.label());
  }
}
