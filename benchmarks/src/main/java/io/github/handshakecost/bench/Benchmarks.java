package io.github.handshakecost.bench;

import io.github.handshakecost.trial.Workload;
import java.util.Map;
import java.util.Objects;

/** The JMH benchmark that measures each workload by itself. */
public final class Benchmarks {
  private static final Map<Workload, String> NAMES =
      Map.of(
          Workload.REQUEST, RequestBenchmark.class.getName() + ".request",
          Workload.YEARLY_RECORDS, YearlyRecordsBenchmark.class.getName() + ".yearlyRecords");

  private Benchmarks() {}

  /** The full name, with the method. */
  public static String name(Workload workload) {
    return Objects.requireNonNull(NAMES.get(workload));
  }
}
