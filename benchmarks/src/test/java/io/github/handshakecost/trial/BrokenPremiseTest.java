package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.AbruptClient;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Requester.Wiring;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.model.Policy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test injects a fault, and the proof has to name it. */
final class BrokenPremiseTest {
  private static final int REQUESTS = 6;

  /** This client reconnects by itself, and so hides a lost connection. */
  private static final CellPlan POOLED =
      CellPlan.of(Trials.cell("pooled", "tls1.3", "httpclient5"));

  /** The connection may end during an iteration or between two. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void serverThatClosesConnectionsIsNotPooled(int requests) {
    breaks(POOLED, config -> config.withKeepAliveLimit(requests))
        .hasMessageMatching(
            ".*: expected (0 connections accepted over 6 requests, found [1-6]"
                + "|1 open connections between iterations, found 0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void sharedContextUnderNewClientIsFound(String protocol) {
    breaks(Trials.actingAs(Policy.NEW_CLIENT_SHARED_CONTEXT, Trials.plan("new-client", protocol)))
        .hasMessageContaining("expected 6 full handshakes over 6 requests, found 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void sessionsNotForgottenUnderNewConnectionFullAreFound(String protocol) {
    breaks(
            Trials.actingAs(
                Policy.NEW_CONNECTION_RESUMED, Trials.plan("new-connection-full", protocol)))
        .hasMessageContaining("expected 6 full handshakes over 6 requests, found 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void serverWithoutResumptionIsFound(String protocol) {
    breaks(Trials.plan("new-connection-resumed", protocol), config -> config.withResumption(false))
        .hasMessageContaining("expected 0 full handshakes over 6 requests, found 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "tls1.3"})
  void resetsAreFound(String protocol) {
    breaks(Trials.over(Trials.plan("new-connection-full", protocol), AbruptClient.resetting()))
        .hasMessageContaining("expected 0 connections reset over 6 requests, found 6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void closingWithoutCloseNotifyIsFound(String protocol) {
    breaks(Trials.over(Trials.plan("new-connection-full", protocol), AbruptClient.silent()))
        .hasMessageContaining(
            "expected 6 connections closed by close_notify over 6 requests, found 0");
  }

  @Test
  void requestOfAnotherClientIsFound() {
    final CellPlan plan = Trials.plan("new-connection-full", "tls1.3");

    breaks(
            Trials.with(
                plan,
                wiring ->
                    new Interfered(Requester.of(Policy.NEW_CONNECTION_FULL, 0, wiring), wiring)))
        .hasMessageContaining(
            "expected 6 requests in the server's ledger over 6 requests, found 12");
  }

  @Test
  void handshakeThatTheClientDoesNotCountIsFound() {
    final CellPlan plan = Trials.plan("new-connection-full", "tls1.3");

    breaks(
            Trials.with(
                plan, wiring -> Requester.of(Policy.NEW_CONNECTION_FULL, 0, uncounted(wiring))))
        .hasMessageContaining(
            "expected 6 chains validated by the client (one for each full handshake)")
        .hasMessageEndingWith("over 6 requests, found 0");
  }

  @Test
  void serverThatKeepsAnIdleConnectionIsFound() {
    final CellPlan expired =
        CellPlan.of(
            Trials.cell("expired", "tls1.3", "httpclient5")
                .with("idle", "30ms")
                .with("recovery", "retry"));

    breaks(expired, config -> config.withIdleTimeout(Duration.ofMinutes(1)))
        .hasMessageContaining("expected 6 connections accepted over 6 requests, found 0");
  }

  @Test
  void limitThatTheClientDoesNotKeepIsFound() {
    final CellPlan limited =
        CellPlan.of(
            Trials.cell("limited", "tls1.3", "raw-socket").with("requestsPerConnection", "2"));

    breaks(Trials.with(limited, wiring -> Requester.of(Policy.LIMITED, 3, wiring)))
        .hasMessageContaining("expected 3 connections accepted over 6 requests, found 2");
  }

  private static AbstractThrowableAssert<?, ?> breaks(CellPlan plan) {
    return breaks(plan, UnaryOperator.identity());
  }

  private static AbstractThrowableAssert<?, ?> breaks(
      CellPlan plan, UnaryOperator<FixtureConfig> tamper) {
    return assertThatThrownBy(() -> Trials.measure(plan, tamper, REQUESTS))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageStartingWith(plan.label() + ": expected ");
  }

  private static Wiring uncounted(Wiring wiring) {
    return new Wiring(
        wiring.clients(),
        wiring.target(),
        wiring.recovery(),
        new LongAdder(),
        wiring.clock(),
        wiring.check());
  }

  /** For each of its requests, another client sends one to the same server. */
  private static final class Interfered implements Requester {
    private final Requester requester;
    private final Wiring wiring;

    Interfered(Requester requester, Wiring wiring) {
      this.requester = requester;
      this.wiring = wiring;
    }

    @Override
    public byte[] get(String path) throws IOException {
      try (Requester other = Requester.of(Policy.NEW_CONNECTION_FULL, 0, wiring)) {
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
