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
    private final TrialOptions options;
    private GroupTask task = new GroupTask(List.of(), List.of());
    private Trial trial;
    private Gathering users = new Gathering(1);
    private int next;
    private int arm;
    private int inARow;

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
      users = new Gathering(task.arms().get(0).cell().users());
      trial = Trial.start(task.arms(), options);
    }

    void begin() {
      users.once(
          () -> {
            arm = task.order().get(next);
            inARow = task.arms().get(arm).cell().operationsInARow();
            next++;
            guarded(() -> trial.beginIteration(arm));
          });
    }

    Object perform(Control jmh) {
      final boolean timed = jmh.startMeasurement && !jmh.stopMeasurement;
      return trial.withdrawn(arm).isPresent()
          ? Gathering.nothing()
          : users.perform(() -> perform(timed));
    }

    private Object perform(boolean timed) {
      try {
        Object last = trial.perform(timed);
        for (int more = 1; more < inARow; more++) {
          last = trial.perform(timed);
        }
        return last;
      } catch (BrokenPremiseException e) {
        trial.withdraw(String.valueOf(e.getMessage()));
        return Gathering.nothing();
      }
    }

    void prove(IterationParams iteration) {
      final boolean counts = iteration.getType() == IterationType.MEASUREMENT;
      users.once(() -> guarded(() -> trial.endIteration(counts)));
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
      trial.weighClients();
      HandOver.write(options.measurement().orElseThrow(), trial.finish());
    }
  }

  /** One thread of the trial. */
  @State(Scope.Thread)
  public static class Seat {
    private Rotation rotation;

    @Setup(Level.Trial)
    public void take(Rotation shared) {
      rotation = shared;
      rotation.trial.addUser();
    }

    @Setup(Level.Iteration)
    public void begin() {
      rotation.begin();
    }

    Object perform(Control jmh) {
      return rotation.perform(jmh);
    }

    @TearDown(Level.Iteration)
    public void prove(IterationParams iteration) {
      rotation.prove(iteration);
    }
  }

  @Benchmark
  public Object block(Seat user, Control jmh) {
    return user.perform(jmh);
  }
}
