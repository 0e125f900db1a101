package io.github.handshakecost.bench;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.GroupTask;
import io.github.handshakecost.trial.BrokenPremiseException;
import io.github.handshakecost.trial.Trial;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * All cells of a group in one JVM; only {@code run} can start it. Each iteration is a block of one
 * cell, in the order of the task that the harness has written into a file.
 *
 * <p>{@link RequestBenchmark} and {@link YearlyRecordsBenchmark} say what each cell measures. They
 * measure one cell alone in a JVM, and are the control for this benchmark.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 0)
@Measurement(iterations = 1, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class GroupBenchmark {

  /**
   * The trial of a group, block by block, which all users share. After a cell's premise has broken,
   * its later blocks are empty.
   */
  @State(Scope.Benchmark)
  public static class Rotation {
    private static final Object NOTHING = new Object();
    private static final long PAUSE_NANOS = 1_000_000;

    private final TrialOptions options;
    private GroupTask task = new GroupTask(List.of(), List.of());
    private Trial trial;
    private int next;
    private int arm;

    /** For JMH. */
    public Rotation() {
      this(TrialOptions.ofThisJvm());
    }

    Rotation(TrialOptions options) {
      this.options = options;
    }

    @Setup(Level.Trial)
    public void start() throws IOException {
      final Path file =
          options
              .task()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "GroupBenchmark needs the cells of run; use RequestBenchmark or YearlyRecordsBenchmark"));
      // Digits in warnings are the same everywhere.
      Locale.setDefault(Locale.ROOT);
      task = HandOver.readTask(file);
      // Now, because the harness may be killed before the fork has finished.
      HandOver.remove(file);
      trial = Trial.start(task.arms(), options);
    }

    @Setup(Level.Iteration)
    public void begin() {
      arm = task.order().get(next);
      next++;
      guarded(() -> trial.beginIteration(arm));
    }

    Object perform(Control jmh) {
      if (trial.withdrawn(arm).isPresent()) {
        LockSupport.parkNanos(PAUSE_NANOS);
        return NOTHING;
      }
      try {
        return trial.perform(jmh.startMeasurement && !jmh.stopMeasurement);
      } catch (BrokenPremiseException e) {
        trial.withdraw(String.valueOf(e.getMessage()));
        return NOTHING;
      }
    }

    @TearDown(Level.Iteration)
    public void prove(IterationParams iteration) {
      guarded(() -> trial.endIteration(iteration.getType() == IterationType.MEASUREMENT));
    }

    private void guarded(Runnable step) {
      if (trial.withdrawn(arm).isEmpty()) {
        try {
          step.run();
        } catch (BrokenPremiseException e) {
          trial.withdraw(String.valueOf(e.getMessage()));
        }
      }
    }

    @TearDown(Level.Trial)
    public void finish() throws IOException {
      HandOver.write(options.measurement().orElseThrow(), trial.finish());
    }
  }

  @Benchmark
  public Object block(Rotation rotation, Control jmh) {
    return rotation.perform(jmh);
  }
}
