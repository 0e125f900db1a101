package io.github.handshakecost.stats;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Interval;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a program would spend on its requests, in microseconds.
 *
 * @param fresh all requests, each with a new client
 * @param pooled all requests on one connection, the first of which opens it
 * @param ratio fresh over pooled
 * @param ratioCi95 by bootstrap over rounds; absent with fewer than {@link Interval#LEAST_ROUNDS}
 * @param phases of a fresh request, without the service
 * @param service of a request, given
 * @param requests in all
 */
public record Forecast(
    double fresh,
    double pooled,
    double ratio,
    @Nullable Interval ratioCi95,
    Map<Phase, Double> phases,
    double service,
    int requests) {

  public Forecast {
    phases = Collections.unmodifiableMap(new EnumMap<>(phases));
  }

  /** How much of the fresh time a phase is, 0 to 1. */
  public double share(Phase phase) {
    return requests * phases.getOrDefault(phase, 0.0) / fresh;
  }
}
