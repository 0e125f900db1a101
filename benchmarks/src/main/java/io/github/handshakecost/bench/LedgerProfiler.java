package io.github.handshakecost.bench;

import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.SecondaryMetric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The counts of the server's ledger and the CPU time of both sides, per operation, as secondary
 * results of JMH.
 *
 * <pre>
 * java -jar benchmarks.jar jmh RequestBenchmark -prof io.github.handshakecost.bench.LedgerProfiler
 * </pre>
 */
public final class LedgerProfiler implements InternalProfiler {
  private static volatile @Nullable IterationRecord last;

  /** An iteration of this JVM has been proven. */
  static void proven(IterationRecord iteration) {
    last = iteration;
  }

  @Override
  public String getDescription() {
    return "Connections, handshakes, resets and bytes by the server's ledger; CPU time of both sides";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    last = null;
  }

  /** Nothing of a benchmark without a server. */
  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    final IterationRecord proven = last;
    return proven == null ? List.of() : results(proven, result.getMetadata().getAllOps());
  }

  /**
   * The figures of an iteration.
   *
   * @param operations all, also those that ended before or after the others and were not timed
   */
  static List<ScalarResult> results(IterationRecord iteration, long operations) {
    final List<ScalarResult> results = new ArrayList<>();
    for (final SecondaryMetric metric : SecondaryMetric.values()) {
      results.add(
          new ScalarResult(
              metric.label(),
              metric.total(iteration) / operations,
              metric.unit(),
              AggregationPolicy.AVG));
    }
    return results;
  }
}
