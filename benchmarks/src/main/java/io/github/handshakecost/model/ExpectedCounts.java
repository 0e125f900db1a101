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
 * @param keptConnections the most that are open at the begin and at the end of an iteration
 * @param closedByServer while it is idle, so that the latest one is still open
 */
public record ExpectedCounts(
    int requestsPerConnection, Handshake handshake, int keptConnections, boolean closedByServer) {

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

  /** The fewest connections that so many requests open. */
  public long leastConnections(long requests) {
    return opensConnections() ? (requests + requestsPerConnection - 1) / requestsPerConnection : 0;
  }

  /** The most of the same. A pool of one is full; a larger one opens more as it needs them. */
  public long mostConnections(long requests) {
    return keptConnections > 1 ? keptConnections : leastConnections(requests);
  }

  /** The handshakes, of either kind, on so many connections. */
  public long handshakes(long connections) {
    return handshake == Handshake.NONE ? 0 : connections;
  }

  /** The counts of a number of requests with the expected ones. */
  public Stream<Comparison> compare(Counts counted) {
    final long handshakes = handshakes(counted.connections());
    final long full =
        switch (handshake) {
          case NONE, RESUMED -> 0;
          case FULL -> handshakes;
          case EITHER -> counted.handshakesFull();
        };
    return Stream.of(
        new Comparison(
            "connections accepted",
            leastConnections(counted.requests()),
            mostConnections(counted.requests()),
            counted.connections()),
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

  /** One count with the fewest and the most that are expected. */
  public record Comparison(String name, long least, long most, long found) {

    /** A count of which exactly one number is expected. */
    public Comparison(String name, long expected, long found) {
      this(name, expected, expected, found);
    }

    /** The first difference, in words; empty if there is none. */
    public static Optional<String> firstDifference(Stream<Comparison> all, long requests) {
      return all.filter(each -> each.found < each.least || each.found > each.most)
          .map(
              each ->
                  "expected %s %s over %d requests, found %d"
                      .formatted(each.expected(), each.name, requests, each.found))
          .findFirst();
    }

    private String expected() {
      return least == most ? Long.toString(least) : least + " to " + most;
    }
  }
}
