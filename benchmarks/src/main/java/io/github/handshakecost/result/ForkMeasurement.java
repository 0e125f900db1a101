package io.github.handshakecost.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the measured JVM itself reports when its trial ends; the harness joins JMH's scores to it.
 *
 * @param iterations measured iterations, with phases still lacking their residual
 * @param facts what really ran, by name: {@code tls.protocol}, {@code tls.cipher}, {@code
 *     tls.group}, {@code server.tls}, {@code server.transport}, {@code placement}, {@code jdk}, ...
 * @param link what lay between client and server
 */
public record ForkMeasurement(
    WarmUpCurve warmUp,
    List<IterationRecord> iterations,
    Latency latency,
    Map<String, String> facts,
    List<Warning> warnings,
    LinkRecord link) {

  /** The facts that tell which server answered: what {@code auto} came to. */
  public static final List<String> SERVER_FACTS =
      List.of("server.tls", "server.transport", "tls.cipher", "tls.group");

  public ForkMeasurement {
    iterations = List.copyOf(iterations);
    // Map.copyOf iterates in an order of its own in each JVM; saved files must not.
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    warnings = List.copyOf(warnings);
  }
}
