package io.github.handshakecost.model;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The counts of the requests of one iteration. A connection that the client closes lies within one
 * iteration. A fork compares them with what it counted in every block, and every saved fork is
 * compared again when it is read.
 *
 * @param requestsPerConnection after which the connection is closed; 0 if it is kept
 * @param handshake of each connection
 * @param closedByServer while it is idle, so that the latest one is still open
 */
public record ExpectedCounts(
    int requestsPerConnection, Handshake handshake, boolean closedByServer) {

  /** The TLS handshake of a connection. */
  public enum Handshake {
    /** Plain HTTP. */
    NONE,
    FULL,
    RESUMED,
    /** Full or resumed. */
    EITHER
  }

  /** Whether requests open connections. */
  public boolean opensConnections() {
    return requestsPerConnection > 0;
  }

  /** How many connections are open at the begin and at the end of an iteration. */
  public int keptConnections() {
    return opensConnections() && !closedByServer ? 0 : 1;
  }

  /** The connections that so many requests open. */
  public long connections(long requests) {
    return opensConnections() ? (requests + requestsPerConnection - 1) / requestsPerConnection : 0;
  }

  /** The handshakes, of either kind, in so many requests. */
  public long handshakes(long requests) {
    return handshake == Handshake.NONE ? 0 : connections(requests);
  }

  /** The counts of a number of requests with the expected ones. */
  public Stream<Comparison> compare(Counts counted) {
    final long handshakes = handshakes(counted.requests());
    final long full =
        switch (handshake) {
          case NONE, RESUMED -> 0;
          case FULL -> handshakes;
          case EITHER -> counted.handshakesFull();
        };
    return Stream.of(
        new Comparison(
            "connections accepted", connections(counted.requests()), counted.connections()),
        new Comparison("connections reset", 0, counted.resets()),
        new Comparison(
            "handshakes, full and resumed",
            handshakes,
            counted.handshakesFull() + counted.handshakesResumed()),
        new Comparison("full handshakes", full, counted.handshakesFull()),
        new Comparison(
            "chains validated by the client (one for each full handshake)",
            counted.handshakesFull(),
            counted.validations()));
  }

  /** One count with the expected one. */
  public record Comparison(String name, long expected, long found) {

    /** The first difference, in words; empty if there is none. */
    public static Optional<String> firstDifference(Stream<Comparison> all, long requests) {
      return all.filter(each -> each.expected != each.found)
          .map(
              each ->
                  "expected %d %s over %d requests, found %d"
                      .formatted(each.expected, each.name, requests, each.found))
          .findFirst();
    }
  }
}
