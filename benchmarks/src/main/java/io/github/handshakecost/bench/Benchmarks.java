package io.github.handshakecost.bench;

import io.github.handshakecost.trial.Workload;
import java.util.Map;
import java.util.Objects;

/** Which class measures which workload. */
public final class Benchmarks {
  private static final Map<Workload, Class<?>> CLASSES =
      Map.of(
          Workload.REQUEST, RequestBenchmark.class,
          Workload.YEARLY_RECORDS, YearlyRecordsBenchmark.class);

  private static final Map<Workload, String> METHODS =
      Map.of(Workload.REQUEST, "request", Workload.YEARLY_RECORDS, "yearlyRecords");

  private Benchmarks() {}

  /** The JMH benchmark class of a workload. */
  public static Class<?> of(Workload workload) {
    return Objects.requireNonNull(CLASSES.get(workload));
  }

  /** The full name of the benchmark that measures a workload by itself. */
  public static String name(Workload workload) {
    return of(workload).getName() + "." + METHODS.get(workload);
  }

  static Workload workload(String jmhBenchmark) {
    return CLASSES.entrySet().stream()
        .filter(entry -> jmhBenchmark.startsWith(entry.getValue().getName() + "."))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no workload for " + jmhBenchmark))
        .getKey();
  }
}
