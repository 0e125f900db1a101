package io.github.handshakecost.result;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What JMH shows of an iteration beside the time of an operation. */
public enum SecondaryMetric {
  CONNECTIONS("connections", Counts::connections),
  HANDSHAKES_FULL("handshakes.full", Counts::handshakesFull),
  HANDSHAKES_RESUMED("handshakes.resumed", Counts::handshakesResumed),
  RESETS("resets", Counts::resets),
  BYTES_IN("bytes.in", "B/op", iteration -> iteration.counts().bytesIn()),
  BYTES_OUT("bytes.out", "B/op", iteration -> iteration.counts().bytesOut()),
  CLIENT_CPU("cpu.client", "us/op", IterationRecord::clientCpu),
  SERVER_CPU("cpu.server", "us/op", IterationRecord::serverCpu);

  private final String label;
  private final String unit;
  private final ToDoubleFunction<IterationRecord> total;

  SecondaryMetric(String label, ToLongFunction<Counts> count) {
    this(label, "#/op", iteration -> count.applyAsLong(iteration.counts()));
  }

  SecondaryMetric(String label, String unit, ToDoubleFunction<IterationRecord> total) {
    this.label = label;
    this.unit = unit;
    this.total = total;
  }

  public String label() {
    return label;
  }

  /** Of one operation. */
  public String unit() {
    return unit;
  }

  /** Of all operations of an iteration. */
  public double total(IterationRecord iteration) {
    return total.applyAsDouble(iteration);
  }
}
