package io.github.handshakecost.run;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.Latency;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Forks that were never measured. */
final class SampleForks {
  private SampleForks() {}

  static ForkRecord of(int round, Cell cell, double micros) {
    return new ForkRecord(
        ForkRecord.SCHEMA,
        null,
        round,
        cell,
        "2026-01-02T03:%02d:00Z".formatted(round),
        new ForkTime(60, 20),
        new JmhFacts("1.37", "b", "avgt", 1, List.of(), "17", "vm", "17", 1, 1.0, 2, 1.0, "us/op"),
        measurement(cell, micros));
  }

  static ForkMeasurement measurement(Cell cell, double micros) {
    return new ForkMeasurement(
        new WarmUpCurve(0.25, List.of(micros), List.of(micros), 100, true),
        Collections.nCopies(
            2,
            new IterationRecord(
                micros,
                1000,
                counts(cell),
                new PhaseTimes(0, 0.0, 0.0, micros, 0, 0),
                500 * micros,
                500 * micros,
                1000,
                null,
                null)),
        new Latency(
            2000,
            DoubleStream.of(0, 50, 95, 99, 100)
                .mapToObj(percentile -> new Latency.Point(percentile, micros))
                .toList()),
        Map.of("placement", "same-core"),
        List.of(),
        new LinkRecord(0, 20, 25, 18, 0, 0, 0, 0, 0, null, 0));
  }

  /** As the policy promises. */
  private static Counts counts(Cell cell) {
    final String policy = cell.param("policy");
    final long connections = policy.equals("pooled") ? 0 : 1000;
    final long handshakes = cell.param("protocol").equals("http") ? 0 : connections;
    final long resumed = policy.endsWith("resumed") ? handshakes : 0;
    final long full = handshakes - resumed;
    return new Counts(1000, connections, full, resumed, full, 0, 1000, 1000);
  }
}
