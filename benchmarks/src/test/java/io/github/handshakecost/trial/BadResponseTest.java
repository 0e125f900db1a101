package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.Requester;
import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Occurrence;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A response that is not the right one ends the trial, wherever and however seldom it comes. */
final class BadResponseTest {
  private static final int SELDOM = 5_000;

  @ParameterizedTest
  @CsvSource({
    "CORRUPT_BODY, httpclient5, expected a body with CRC-32C",
    "CORRUPT_BODY, raw-socket, expected a body with CRC-32C",
    "STATUS_500, httpclient5, 'expected status 200, found status 500'",
    "STATUS_500, raw-socket, 'expected status 200, found status 500'",
    "RESET, httpclient5, Connection reset",
    "RESET, raw-socket, Connection reset"
  })
  void oneBadResponseInManyIsFound(TrialOptions.BadResponse kind, String client, String what) {
    final CellPlan plan = CellPlan.of(Trials.cell("pooled", "http", client));

    assertThatThrownBy(() -> request(plan, kind.fault, SELDOM))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageStartingWith(
            "%s: after %d good requests, expected a response, found ", plan.label(), SELDOM - 1)
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls1.2", "tls1.3"})
  void badResponseOverTlsIsFound(String protocol) {
    final CellPlan plan = Trials.plan("new-connection-full", protocol);

    assertThatThrownBy(() -> request(plan, new Fault.CorruptBody(), 5))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageStartingWith("%s: after 4 good requests", plan.label());
  }

  @Test
  void badResponseEndsAnIteration() {
    final CellPlan plan = Trials.plan("pooled", "http");

    assertThatThrownBy(
            () ->
                Trials.measure(
                    plan,
                    config -> config.withFault(new Fault.Status(500), Occurrence.every(SELDOM)),
                    SELDOM))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageStartingWith(plan.label() + ": after ")
        .hasMessageContaining("expected status 200, found status 500");
  }

  @Test
  void badResponseInTheWarmUpTakesTheCellOut() throws IOException {
    final CellPlan plan = Trials.plan("pooled", "http");
    final TrialOptions options =
        new TrialOptions(
            Duration.ofSeconds(60),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            config -> config.withFault(new Fault.Status(500), Occurrence.every(10)));

    final long begin = System.nanoTime();
    try (Trial trial = Trials.of(plan, options)) {
      assertThat(trial.withdrawn(0))
          .hasValueSatisfying(
              sentence ->
                  assertThat(sentence)
                      .startsWith(plan.label() + ": after ")
                      .contains("expected status 200, found status 500"));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void clientThatThrowsIsFound() {
    throwing(new IOException("no more sockets"));
    throwing(new IllegalStateException("pool shut down"));
  }

  @Test
  void clientThatSwallowsAResponseIsFound() {
    final CellPlan plan =
        Trials.with(Trials.plan("pooled", "http"), wiring -> new Answering(() -> {}));

    assertThatThrownBy(() -> Trials.measure(plan))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessage(
            "%s: expected 3 requests in the server's ledger over 3 requests, found 0",
            plan.label());
  }

  private static void throwing(Exception thrown) {
    final CellPlan plan =
        Trials.with(
            Trials.plan("pooled", "http"),
            wiring ->
                new Answering(
                    () -> {
                      if (thrown instanceof IOException failure) {
                        throw failure;
                      }
                      throw (RuntimeException) thrown;
                    }));

    assertThatThrownBy(() -> Trials.measure(plan))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessage(
            "%s: after 0 good requests, expected a response, found %s", plan.label(), thrown);
  }

  /** One user, without any warm-up, so that the count of good requests is exact. */
  private static void request(CellPlan plan, Fault fault, int requests) throws IOException {
    try (HttpsFixture fixture =
            HttpsFixture.start(
                FixtureConfig.defaults().withFault(fault, Occurrence.every(requests)));
        User user = Trials.user(plan, fixture)) {
      for (int i = 0; i < requests; i++) {
        assertThat(user.perform()).isNotNull();
      }
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  /** Answers without asking the server. */
  private record Answering(Action action) implements Requester {

    @Override
    public byte[] get(String path) throws IOException {
      action.run();
      return new byte[0];
    }

    @Override
    public void close() {}
  }
}
