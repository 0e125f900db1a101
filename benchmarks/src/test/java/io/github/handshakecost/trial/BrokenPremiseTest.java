package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.FreshClient;
import io.github.handshakecost.client.KeptClient;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.RudeClient;
import io.github.handshakecost.client.Wiring;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.proof.BrokenPremiseException;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault is put in on purpose, and the proof has to name it. */
final class BrokenPremiseTest {
  private static final int REQUESTS = 6;

  /** Reconnects by itself, and so hides from its user that the connection was lost. */
  private static final Subject POOLED = Subject.of(Trials.cell("pooled", "tls1.3", "httpclient5"));

  /**
   * How many requests came before is a matter of time, so a connection may also end just where an
   * iteration does, before or after the ledger is read.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void serverThatClosesNowAndThenIsNotPooled(int requests) {
    breaks(POOLED, config -> config.withKeepAliveLimit(requests))
        .hasMessageMatching(
            ".*: expected (0 connections accepted over 6 requests, found [1-6]"
                + "|1 open connections between iterations, found 0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void sharedContextUnderNewClientIsFound(String protocol) {
    breaks(Trials.with(Trials.subject("new-client", protocol), FreshClient::withSharedContext))
        .hasMessageContaining("expected 6 full handshakes over 6 requests, found 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void sessionsNotForgottenUnderNewConnectionFullAreFound(String protocol) {
    breaks(Trials.with(Trials.subject("new-connection-full", protocol), KeptClient::withSessions))
        .hasMessageContaining("expected 6 full handshakes over 6 requests, found 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void serverWithoutResumptionIsFound(String protocol) {
    breaks(
            Trials.subject("new-connection-resumed", protocol),
            config -> config.withResumption(false))
        .hasMessageContaining("expected 0 full handshakes over 6 requests, found 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "tls1.3"})
  void resetsAreFound(String protocol) {
    breaks(Trials.over(Trials.subject("new-connection-full", protocol), RudeClient.resetting()))
        .hasMessageContaining("expected 0 connections reset over 6 requests, found 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void closingWithoutCloseNotifyIsFound(String protocol) {
    breaks(Trials.over(Trials.subject("new-connection-full", protocol), RudeClient.silent()))
        .hasMessageContaining(
            "expected 6 connections closed by close_notify over 6 requests, found 0");
  }

  @Test
  void requestOfAnotherClientIsFound() {
    final Subject subject = Trials.subject("new-connection-full", "tls1.3");

    breaks(
            Trials.with(
                subject, wiring -> new Interfered(KeptClient.withoutSessions(wiring), wiring)))
        .hasMessageContaining(
            "expected 6 requests in the server's ledger over 6 requests, found 12");
  }

  @Test
  void handshakeThatTheClientDoesNotCountIsFound() {
    final Subject subject = Trials.subject("new-connection-full", "tls1.3");

    breaks(Trials.with(subject, wiring -> KeptClient.withoutSessions(uncounted(wiring))))
        .hasMessageContaining(
            "expected 6 chains validated by the client (one for each full handshake)")
        .hasMessageEndingWith("over 6 requests, found 0");
  }

  private static AbstractThrowableAssert<?, ?> breaks(Subject subject) {
    return breaks(subject, UnaryOperator.identity());
  }

  private static AbstractThrowableAssert<?, ?> breaks(
      Subject subject, UnaryOperator<FixtureConfig> tamper) {
    return assertThatThrownBy(() -> Trials.measure(subject, tamper, REQUESTS))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageStartingWith(subject.cell() + ": expected ");
  }

  private static Wiring uncounted(Wiring wiring) {
    return new Wiring(
        wiring.clients(), wiring.target(), new LongAdder(), wiring.clock(), wiring.check());
  }

  /** Beside each of its requests another client sends one to the same server. */
  private static final class Interfered implements Requester {
    private final Requester requester;
    private final Wiring wiring;

    Interfered(Requester requester, Wiring wiring) {
      this.requester = requester;
      this.wiring = wiring;
    }

    @Override
    public byte[] get(String path) throws IOException {
      try (Requester other = KeptClient.withoutSessions(wiring)) {
        other.get(path);
      }
      return requester.get(path);
    }

    @Override
    public void close() throws IOException {
      requester.close();
    }
  }
}
