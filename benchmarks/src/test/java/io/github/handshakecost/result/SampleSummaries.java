package io.github.handshakecost.result;

import io.github.handshakecost.model.Phase.PhaseTimes;
import java.util.List;

/** Summaries of cells that were never measured. */
public final class SampleSummaries {
  private SampleSummaries() {}

  /** A policy over TLS 1.3; most of its time, in microseconds, is in the handshake. */
  public static CellSummary rung(String policy, double mean, Interval ci95) {
    return new CellSummary(
        "request",
        SampleRuns.cell("request", policy, "tls1.3").params(),
        3,
        1000,
        1000,
        mean,
        ci95,
        mean,
        null,
        mean,
        null,
        mean,
        null,
        new PerRequest(1, 1, 0, 1, 1, 1, 1, 1, null, null),
        new PhaseTimes(0.1 * mean, 0.1 * mean, 0.4 * mean, 0.3 * mean, 0.08 * mean, 0.02 * mean),
        null,
        null,
        null,
        List.of());
  }
}
