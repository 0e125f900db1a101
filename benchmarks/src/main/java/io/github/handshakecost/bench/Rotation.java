package io.github.handshakecost.bench;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.result.GroupTask;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.trial.Trial;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The measured thread's trial of a group: iteration after iteration it goes through the blocks of
 * its task. A cell whose premise breaks is taken out, and its later blocks stay empty.
 */
@State(Scope.Thread)
public class Rotation {
  private static final Object NOTHING = new Object();
  private static final long PAUSE_NANOS = 1_000_000;

  private final TrialOptions options;
  private GroupTask task = new GroupTask(List.of(), List.of());
  private Trial trial;
  private int next;
  private int arm;

  /** As JMH makes it. */
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
                        "GroupBenchmark takes its cells from run; by itself run RequestBenchmark or YearlyRecordsBenchmark"));
    // Digits in warnings are the same everywhere.
    Locale.setDefault(Locale.ROOT);
    task = HandOver.readTask(file);
    // Nobody else would, if the harness were killed from now on.
    HandOver.remove(file);
    trial = Trial.start(task.arms(), options);
  }

  @Setup(Level.Iteration)
  public void begin() {
    arm = task.order().get(next);
    next++;
    guarded(() -> trial.beginIteration(arm));
  }

  /** The current cell's operation, once. */
  Object perform() {
    if (trial.withdrawn(arm).isPresent()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      return NOTHING;
    }
    try {
      return trial.perform();
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
