package io.github.handshakecost.model;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The counts of each request under one policy. A fork compares them with what it counted in every
 * block, and every saved fork is compared again when it is read.
 *
 * @param connections that a request opens, 0 or 1
 * @param handshakes that it makes, full and resumed ones
 * @param full the full ones among them; absent if a handshake may be of either kind
 */
public record ExpectedCounts(int connections, int handshakes, @Nullable Integer full) {

  /** How many connections stay open between two requests. */
  public int keptConnections() {
    return 1 - connections;
  }

  /** The counts of a number of requests with the expected ones. */
  public Stream<Comparison> compare(Counts counted) {
    final long requests = counted.requests();
    final long expectedFull = full == null ? counted.handshakesFull() : full * requests;
    return Stream.of(
        new Comparison("connections accepted", connections * requests, counted.connections()),
        new Comparison("connections reset", 0, counted.resets()),
        new Comparison(
            "handshakes, full and resumed",
            handshakes * requests,
            counted.handshakesFull() + counted.handshakesResumed()),
        new Comparison("full handshakes", expectedFull, counted.handshakesFull()),
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
