package io.github.handshakecost.stats;

import io.github.handshakecost.result.PerRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something of which a request took another number than before.
 *
 * @param what {@code connections}, {@code full handshakes} or {@code resumed handshakes}
 * @param base per request
 * @param candidate per request
 */
public record CountChange(String what, double base, double candidate) {

  /** A few sessions in a thousand may be refused where a policy allows either handshake. */
  private static final double TOLERANCE = 0.002;

  static List<CountChange> between(PerRequest base, PerRequest candidate) {
    return Stream.of(
            new CountChange("connections", base.connections(), candidate.connections()),
            new CountChange("full handshakes", base.handshakesFull(), candidate.handshakesFull()),
            new CountChange(
                "resumed handshakes", base.handshakesResumed(), candidate.handshakesResumed()))
        .filter(change -> Math.abs(change.candidate - change.base) > TOLERANCE)
        .toList();
  }
}
