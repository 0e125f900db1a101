package io.github.handshakecost.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.SecondaryMetric;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

final class LedgerProfilerTest {
  private static final IterationRecord PROVEN =
      new IterationRecord(
          40,
          8,
          new Counts(10, 10, 2, 8, 2, 1, 2_000, 12_000),
          new PhaseTimes(0, 0.0, 0.0, 40, 0, 0),
          300,
          100,
          0,
          null,
          null);

  private static final IterationParams ITERATION =
      new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.milliseconds(1), 1);

  private static final BenchmarkParams BENCHMARK = SessionTest.jmh(1);

  private final LedgerProfiler profiler = new LedgerProfiler();

  /** Ten operations, of which JMH timed eight. */
  @Test
  void figuresAreOfOneOfAllOperations() {
    profiler.beforeIteration(BENCHMARK, ITERATION);
    LedgerProfiler.proven(PROVEN);

    assertThat(results())
        .containsExactly(
            "connections 1.0 #/op",
            "handshakes.full 0.2 #/op",
            "handshakes.resumed 0.8 #/op",
            "resets 0.1 #/op",
            "bytes.in 200.0 B/op",
            "bytes.out 1200.0 B/op",
            "cpu.client 30.0 us/op",
            "cpu.server 10.0 us/op")
        .hasSize(SecondaryMetric.values().length);
  }

  @Test
  void benchmarkWithoutServerHasNoFigures() {
    LedgerProfiler.proven(PROVEN);
    profiler.beforeIteration(BENCHMARK, ITERATION);

    assertThat(results()).isEmpty();
  }

  private Stream<String> results() {
    final IterationResult result =
        new IterationResult(BENCHMARK, ITERATION, new IterationResultMetaData(10, 8));
    return profiler.afterIteration(BENCHMARK, ITERATION, result).stream()
        .map(each -> each.getLabel() + " " + each.getScore() + " " + each.getScoreUnit());
  }
}
