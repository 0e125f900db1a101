package io.github.handshakecost.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All cells of a group in one JVM. Each iteration is a block of one cell; the harness writes which
 * into a file before it starts the fork, so that {@code run} alone can run this.
 *
 * <p>Measured and not measured is what {@link RequestBenchmark} and {@link YearlyRecordsBenchmark}
 * say of each cell; those measure one cell in a JVM of its own, and are the control for this.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 0)
@Measurement(iterations = 1, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class GroupBenchmark {

  @Benchmark
  public Object block(Rotation rotation) {
    return rotation.perform();
  }
}
