package io.github.handshakecost.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Rows of results as JMH hands them over, of one fork that was never measured. */
final class JmhRows {
  private static final int OPERATIONS = 1000;

  private JmhRows() {}

  static RunResult row(TimeUnit unit, List<String> jvmArgs, double... micros) {
    final BenchmarkParams params = params(unit, jvmArgs, micros.length);
    final List<IterationResult> iterations = new ArrayList<>();
    for (final double each : micros) {
      final IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
      iteration.addResult(result(each, unit));
      iterations.add(iteration);
    }
    return new RunResult(params, List.of(new BenchmarkResult(params, iterations)));
  }

  /** Two equal blocks of several users. */
  static RunResult twoBlocks(double... micros) {
    final BenchmarkParams params = params(TimeUnit.MICROSECONDS, List.of(), 2);
    final IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
    for (final double each : micros) {
      iteration.addResult(result(each, TimeUnit.MICROSECONDS));
    }
    return new RunResult(
        params, List.of(new BenchmarkResult(params, List.of(iteration, iteration))));
  }

  private static AverageTimeResult result(double micros, TimeUnit unit) {
    return new AverageTimeResult(
        ResultRole.PRIMARY, "request", OPERATIONS, Math.round(micros * OPERATIONS * 1000), unit);
  }

  private static BenchmarkParams params(TimeUnit unit, List<String> jvmArgs, int iterations) {
    return new BenchmarkParams(
        "request",
        "request",
        false,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        new IterationParams(IterationType.WARMUP, 1, TimeValue.seconds(1), 1),
        new IterationParams(IterationType.MEASUREMENT, iterations, TimeValue.seconds(1), 1),
        Mode.AverageTime,
        new WorkloadParams(),
        unit,
        1,
        "java",
        jvmArgs,
        "17",
        "vm",
        "17",
        "1.37",
        TimeValue.minutes(10));
  }
}
