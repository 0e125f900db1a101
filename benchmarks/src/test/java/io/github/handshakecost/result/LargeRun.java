package io.github.handshakecost.result;

import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A program that saves a run of 500 cells and 20 rounds, each of its 10,000 forks as long as one
 * that was measured, so that it can be seen how long the report of a large run takes:
 *
 * <pre>{@code
 * mvn -q package -DskipTests
 * java -cp benchmarks/target/test-classes:benchmarks/target/benchmarks.jar \
 *     io.github.handshakecost.result.LargeRun /tmp/large
 * time java -jar benchmarks/target/benchmarks.jar report /tmp/large > /dev/null
 * }</pre>
 */
public final class LargeRun {
  private static final int ROUNDS = 20;
  private static final int ITERATIONS = 10;
  private static final double[] PERCENTILES = {
    0, 1, 2.5, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 97.5, 99,
    99.5, 99.9, 100
  };

  private LargeRun() {}

  /** Takes the directory to make. */
  public static void main(String[] args) {
    final Run run = measured();
    SavedRuns.save(run, Path.of(args[0]));
    System.out.printf("%d cells, %d forks%n", run.measuredCells().size(), run.forks().size());
  }

  public static Run measured() {
    return SampleRuns.mapForks(SampleRuns.of(cells(), ROUNDS), LargeRun::asLongAsReal);
  }

  /** Ten rungs at each of fifty places. */
  private static List<Cell> cells() {
    final List<Cell> rungs = new ArrayList<>();
    for (final String protocol : List.of("tls1.2", "tls1.3")) {
      for (final String policy :
          List.of("pooled", "new-connection-resumed", "new-connection-full", "new-client")) {
        rungs.add(SampleRuns.cell("request", policy, protocol));
      }
    }
    rungs.add(SampleRuns.cell("request", "pooled", "http"));
    rungs.add(SampleRuns.cell("request", "new-connection-full", "http"));
    return Stream.of("httpclient5", "jdk", "okhttp", "urlconnection", "raw-socket")
        .flatMap(client -> rungs.stream().map(rung -> rung.with("client", client)))
        .flatMap(cell -> Stream.of("1024", "65536").map(body -> cell.with("body", body)))
        .flatMap(cell -> SampleRuns.at(List.of(cell), "0ms", "1ms", "5ms", "20ms", "50ms").stream())
        .toList();
  }

  private static ForkRecord asLongAsReal(ForkRecord fork) {
    final ForkMeasurement old = fork.measurement();
    final double mean = fork.mean();
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            new WarmUpCurve(0.1, curve(mean, 100), curve(mean, 20), 5000, true),
            iterations(fork),
            new Latency(10_000, points(mean)),
            old.facts(),
            old.warnings(),
            old.link()));
  }

  private static List<Double> curve(double mean, int windows) {
    return DoubleStream.iterate(windows, left -> left > 0, left -> left - 1)
        .map(left -> mean * (1 + left / 30))
        .boxed()
        .toList();
  }

  private static List<IterationRecord> iterations(ForkRecord fork) {
    final List<IterationRecord> iterations = new ArrayList<>();
    for (int i = 0; i < ITERATIONS; i++) {
      final double wave = 1 + 0.01 * Math.sin(1.7 * fork.round() + 2.3 * i);
      final IterationRecord old = fork.measurement().iterations().get(i % 2);
      iterations.add(
          SampleForks.withTimes(old, wave * old.mean(), SamplePhases.scaled(old.phases(), wave)));
    }
    return iterations;
  }

  private static List<Latency.Point> points(double mean) {
    final List<Latency.Point> points = new ArrayList<>();
    for (final double percentile : PERCENTILES) {
      points.add(
          new Latency.Point(percentile, mean * (0.9 + 0.001 * percentile + percentile / 300)));
    }
    return points;
  }
}
