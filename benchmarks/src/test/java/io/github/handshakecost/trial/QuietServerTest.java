package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.KeptClient;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.proof.BrokenPremiseException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QuietServerTest {
  private static final Subject FULL = Trials.subject("new-connection-full", "http");

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
    final QuietServer impatient = new QuietServer(fixture, Duration.ofMillis(50));
    try (User user = Trials.user(Trials.with(FULL, KeptClient::withConnection), fixture)) {
      user.perform();

      assertThatThrownBy(
              () -> impatient.ledgerWithOpen(FULL.cell(), FULL.promise().keptConnections()))
          .isInstanceOf(BrokenPremiseException.class)
          .hasMessage("%s: expected 0 open connections between iterations, found 1", FULL.cell());
    }
  }

  @Test
  void connectionThatIsAboutToCloseIsWaitedFor() throws IOException {
    final QuietServer server = new QuietServer(fixture, QuietServer.WITHIN);
    try (User user = Trials.user(FULL, fixture)) {
      user.perform();

      assertThat(server.ledgerWithOpen(FULL.cell(), 0).connectionsClosed()).isEqualTo(1);
    }
  }

  @Test
  void connectionThatIsMissingIsNotWaitedFor() {
    final QuietServer patient = new QuietServer(fixture, Duration.ofHours(1));

    assertThatThrownBy(() -> patient.ledgerWithOpen(FULL.cell(), 1))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessage("%s: expected 1 open connections between iterations, found 0", FULL.cell());
  }
}
