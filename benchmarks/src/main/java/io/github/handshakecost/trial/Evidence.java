package io.github.handshakecost.trial;

import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.model.ExpectedCounts.Comparison;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The counts of both sides in one iteration.
 *
 * @param ledger of the server
 * @param requests that the client saw answered and found right
 * @param connects that the client made
 * @param handshakes that the client finished
 * @param validations of chains by the client's trust managers
 * @param kernel the kernel's counts; null if they include other programs
 */
record Evidence(
    Ledger ledger,
    long requests,
    long connects,
    long handshakes,
    long validations,
    @Nullable KernelCounters kernel) {

  /** The counts that results keep. */
  Counts counts() {
    return new Counts(
        requests,
        ledger.connectionsAccepted(),
        ledger.handshakesFull(),
        ledger.handshakesResumed(),
        validations,
        ledger.resets(),
        ledger.bytesIn(),
        ledger.bytesOut());
  }

  /**
   * Compares all counts with the expected ones.
   *
   * @param cell for the message
   * @param streams of HTTP/2 for each request
   * @param traits what the client excepts itself from
   * @throws BrokenPremiseException with the first count that differs
   */
  void check(String cell, ExpectedCounts expected, Set<ClientTrait> traits, int streams) {
    final Stream<Comparison> requestsFirst =
        Stream.of(
            new Comparison("requests in the server's ledger", requests, ledger.requests()),
            new Comparison("responses of class 2xx", requests, ledger.responses2xx()),
            new Comparison("HTTP/2 streams", streams * requests, ledger.streams()));
    Comparison.firstDifference(
            Stream.of(requestsFirst, expected.compare(counts()), bothSides(expected, traits))
                .flatMap(comparisons -> comparisons),
            requests)
        .ifPresent(
            difference -> {
              throw new BrokenPremiseException(cell + ": " + difference);
            });
  }

  private Stream<Comparison> bothSides(ExpectedCounts expected, Set<ClientTrait> traits) {
    final long connections = ledger.connectionsAccepted();
    final long closed = expected.opensConnections() ? connections : 0;
    final long all = expected.handshakes(connections);
    final boolean timed = !traits.contains(ClientTrait.UNTIMED);
    final boolean notifies =
        !traits.contains(ClientTrait.NO_CLOSE_NOTIFY) && !expected.closedByServer();
    return Stream.of(
        new Comparison("connections made by the client", timed ? connections : 0, connects),
        new Comparison("connections closed", closed, ledger.connectionsClosed()),
        new Comparison("failed handshakes", 0, ledger.handshakesFailed()),
        new Comparison("HelloRetryRequests", 0, ledger.helloRetries()),
        new Comparison("handshakes finished by the client", timed ? all : 0, handshakes),
        new Comparison(
            "connections closed by close_notify",
            notifies ? expected.handshakes(closed) : 0,
            ledger.closeNotifies()),
        new Comparison(
            "connections opened in the kernel",
            connections,
            kernel == null ? connections : kernel.activeOpens()));
  }
}
