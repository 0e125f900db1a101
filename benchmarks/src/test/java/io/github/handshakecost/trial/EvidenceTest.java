package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.model.Policy;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvidenceTest {
  private static final String CELL = "request policy=some";
  private static final long REQUESTS = 5;
  private static final ExpectedCounts POOLED = Policy.POOLED.expectedCounts(true, 0);
  private static final ExpectedCounts FULL = Policy.NEW_CONNECTION_FULL.expectedCounts(true, 0);
  private static final ExpectedCounts PLAIN = Policy.NEW_CONNECTION_FULL.expectedCounts(false, 0);
  private static final ExpectedCounts RESUMED =
      Policy.NEW_CONNECTION_RESUMED.expectedCounts(true, 0);
  private static final ExpectedCounts EITHER =
      Policy.NEW_CLIENT_SHARED_CONTEXT.expectedCounts(true, 0);

  @Test
  void expectedCountsPass() {
    keeps(POOLED, new Evidence(requestsAlone(), REQUESTS, 0, 0, 0, null));
    keeps(PLAIN, new Evidence(connections(0, 0), REQUESTS, REQUESTS, 0, 0, null));
    keeps(FULL, new Evidence(connections(5, 0), REQUESTS, REQUESTS, REQUESTS, 5, null));
    keeps(RESUMED, new Evidence(connections(0, 5), REQUESTS, REQUESTS, REQUESTS, 0, null));
    keeps(EITHER, new Evidence(connections(2, 3), REQUESTS, REQUESTS, REQUESTS, 2, null));
  }

  @ParameterizedTest
  @CsvSource({
    "requests, requests in the server's ledger, 5",
    "responses2xx, responses of class 2xx, 5",
    "connectionsAccepted, connections accepted, 5",
    "connectionsClosed, connections closed, 5",
    "resets, connections reset, 0",
    "streams, HTTP/2 streams, 0",
    "handshakesFailed, failed handshakes, 0",
    "helloRetries, HelloRetryRequests, 0",
    "handshakesFull, 'handshakes, full and resumed', 5",
    "handshakesResumed, 'handshakes, full and resumed', 5",
    "closeNotifies, connections closed by close_notify, 5"
  })
  void oneTooManyOrTooFewInTheLedgerIsNamed(String count, String what, long expected) {
    final Ledger good = connections(REQUESTS, 0);
    final Evidence more = evidence(Ledgers.oneMore(good, count));
    final Evidence less = evidence(Ledgers.oneLess(good, count));

    breaks(FULL, more).hasMessage(sentence(what, expected, expected + 1));
    breaks(FULL, less).hasMessage(sentence(what, expected, expected - 1));
  }

  @Test
  void fullHandshakeIsNotCountedAsResumed() {
    breaks(RESUMED, new Evidence(connections(1, 4), REQUESTS, REQUESTS, REQUESTS, 1, null))
        .hasMessage(sentence("full handshakes", 0, 1));
  }

  @Test
  void resumedHandshakeIsNotCountedAsFull() {
    breaks(FULL, new Evidence(connections(4, 1), REQUESTS, REQUESTS, REQUESTS, 4, null))
        .hasMessage(sentence("full handshakes", 5, 4));
  }

  @Test
  void connectionUnderPooledIsNamed() {
    final Ledger ledger = Ledgers.oneMore(requestsAlone(), "connectionsAccepted");

    breaks(POOLED, new Evidence(ledger, REQUESTS, 0, 0, 0, null))
        .hasMessage(sentence("connections accepted", 0, 1));
  }

  @Test
  void handshakeOverPlainHttpIsNamed() {
    breaks(PLAIN, new Evidence(connections(1, 0), REQUESTS, REQUESTS, 0, 0, null))
        .hasMessage(sentence("handshakes, full and resumed", 0, 1));
  }

  @Test
  void differenceBetweenClientAndServerIsNamed() {
    final Ledger ledger = connections(REQUESTS, 0);

    breaks(FULL, new Evidence(ledger, REQUESTS, 6, REQUESTS, REQUESTS, null))
        .hasMessage(sentence("connections made by the client", 5, 6));
    breaks(FULL, new Evidence(ledger, REQUESTS, REQUESTS, 4, REQUESTS, null))
        .hasMessage(sentence("handshakes finished by the client", 5, 4));
    breaks(FULL, new Evidence(ledger, REQUESTS, REQUESTS, REQUESTS, 4, null))
        .hasMessage(sentence("chains validated by the client (one for each full handshake)", 5, 4));
  }

  @Test
  void kernelThatCountsTheSamePasses() {
    keeps(FULL, seen(new KernelCounters(REQUESTS, 60, 0, 0)));
  }

  @Test
  void connectionThatOnlyTheKernelSawIsFound() {
    breaks(FULL, seen(new KernelCounters(6, 60, 0, 0)))
        .hasMessage(sentence("connections opened in the kernel", 5, 6));
  }

  @Test
  void clientWithoutHooksCountsNoConnects() {
    final Evidence unseen = new Evidence(connections(5, 0), REQUESTS, 0, 0, REQUESTS, null);

    keeps(FULL, unseen, Set.of(ClientTrait.UNTIMED));
    breaks(FULL, unseen).hasMessage(sentence("connections made by the client", 5, 0));
    breaks(FULL, evidence(connections(5, 0)), Set.of(ClientTrait.UNTIMED))
        .hasMessage(sentence("connections made by the client", 0, 5));
  }

  @Test
  void clientWithoutCloseNotifySendsNone() {
    final Ledger silent = connections(5, 0).minus(Ledgers.of(Map.of("closeNotifies", 5L)));

    keeps(FULL, evidence(silent), Set.of(ClientTrait.NO_CLOSE_NOTIFY));
    breaks(FULL, evidence(silent)).hasMessage(sentence("connections closed by close_notify", 5, 0));
    breaks(FULL, evidence(connections(5, 0)), Set.of(ClientTrait.NO_CLOSE_NOTIFY))
        .hasMessage(sentence("connections closed by close_notify", 0, 5));
  }

  private static Evidence seen(KernelCounters kernel) {
    return new Evidence(connections(5, 0), REQUESTS, REQUESTS, REQUESTS, REQUESTS, kernel);
  }

  @Test
  void evidenceYieldsTheCountsOfResults() {
    assertThat(evidence(connections(2, 3)).counts())
        .isEqualTo(new Counts(REQUESTS, REQUESTS, 2, 3, REQUESTS, 0, 700, 900));
  }

  private static void keeps(ExpectedCounts expected, Evidence evidence) {
    keeps(expected, evidence, Set.of());
  }

  private static void keeps(ExpectedCounts expected, Evidence evidence, Set<ClientTrait> traits) {
    assertThatCode(() -> evidence.check(CELL, expected, traits, 0)).doesNotThrowAnyException();
  }

  private static AbstractThrowableAssert<?, ?> breaks(ExpectedCounts expected, Evidence evidence) {
    return breaks(expected, evidence, Set.of());
  }

  private static AbstractThrowableAssert<?, ?> breaks(
      ExpectedCounts expected, Evidence evidence, Set<ClientTrait> traits) {
    return assertThatThrownBy(() -> evidence.check(CELL, expected, traits, 0))
        .isInstanceOf(BrokenPremiseException.class);
  }

  private static String sentence(String what, long expected, long found) {
    return "%s: expected %d %s over 5 requests, found %d".formatted(CELL, expected, what, found);
  }

  private static Evidence evidence(Ledger ledger) {
    return new Evidence(ledger, REQUESTS, REQUESTS, REQUESTS, REQUESTS, null);
  }

  private static Ledger requestsAlone() {
    return Ledgers.of(Map.of("requests", REQUESTS, "responses2xx", REQUESTS));
  }

  /** A new connection for each request, closed as it should be. */
  private static Ledger connections(long full, long resumed) {
    return Ledgers.of(
        Map.of(
            "requests", REQUESTS,
            "responses2xx", REQUESTS,
            "connectionsAccepted", REQUESTS,
            "connectionsClosed", REQUESTS,
            "closeNotifies", full + resumed,
            "handshakesFull", full,
            "handshakesResumed", resumed,
            "bytesIn", 700L,
            "bytesOut", 900L));
  }
}
