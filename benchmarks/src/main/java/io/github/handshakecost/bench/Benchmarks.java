package io.github.handshakecost.bench;

import io.github.handshakecost.trial.Workload;
import java.util.Arrays;

/** The JMH benchmark of each workload. */
public final class Benchmarks {
  private Benchmarks() {}

  public static Class<?> of(Workload workload) {
    return switch (workload) {
      case REQUEST -> RequestBenchmark.class;
      case YEARLY_RECORDS -> YearlyRecordsBenchmark.class;
    };
  }

  /** The full name of the benchmark that measures a workload by itself. */
  public static String name(Workload workload) {
    final String method =
        switch (workload) {
          case REQUEST -> "request";
          case YEARLY_RECORDS -> "yearlyRecords";
        };
    return of(workload).getName() + "." + method;
  }

  static Workload workload(String jmhBenchmark) {
    return Arrays.stream(Workload.values())
        .filter(workload -> jmhBenchmark.startsWith(of(workload).getName() + "."))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload for " + jmhBenchmark));
  }
}
