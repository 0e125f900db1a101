package io.github.handshakecost.bench;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import io.github.handshakecost.trial.BrokenPremiseException;
import io.github.handshakecost.trial.Trial;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.util.Locale;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** The trial of one cell. */
@State(Scope.Thread)
public class Session {
  private final TrialOptions options = TrialOptions.ofThisJvm();
  private Trial trial;

  @Setup(Level.Trial)
  public void start(CellParams params, BenchmarkParams benchmark) {
    if (benchmark.getThreads() != 1) {
      throw new UsageException(
          "-t %d: one client sends one request after another; use -t 1"
              .formatted(benchmark.getThreads()));
    }
    // Digits in warnings are the same everywhere.
    Locale.setDefault(Locale.ROOT);
    trial = Trial.start(params.cell(benchmark), options);
    trial
        .withdrawn(0)
        .ifPresent(
            sentence -> {
              throw new BrokenPremiseException(sentence);
            });
  }

  @Setup(Level.Iteration)
  public void begin() {
    trial.beginIteration(0);
  }

  Object perform() {
    return trial.perform();
  }

  @TearDown(Level.Iteration)
  public void prove(IterationParams iteration) {
    trial.endIteration(iteration.getType() == IterationType.MEASUREMENT);
  }

  @TearDown(Level.Trial)
  public void finish() throws IOException {
    final GroupMeasurement measurement = trial.finish();
    options.measurement().ifPresent(file -> HandOver.write(file, measurement));
  }
}
