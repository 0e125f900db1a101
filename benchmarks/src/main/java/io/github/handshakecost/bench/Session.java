package io.github.handshakecost.bench;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import io.github.handshakecost.trial.BrokenPremiseException;
import io.github.handshakecost.trial.Trial;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** The trial of one cell, which all users share. */
@State(Scope.Benchmark)
public class Session {
  private final TrialOptions options = TrialOptions.ofThisJvm();
  private Trial trial;
  private Gathering users;

  @Setup(Level.Trial)
  public void start(CellParams params, BenchmarkParams benchmark) {
    final Cell cell = params.cell(benchmark);
    final int count = Settings.of(cell.params()).get(Axes.USERS);
    if (benchmark.getThreads() != count) {
      throw new UsageException(
          "-t %d contradicts -p users=%d, since each user is a thread; give -t %d"
              .formatted(benchmark.getThreads(), count, count));
    }
    unfit(cell)
        .ifPresent(
            sentence -> {
              throw new UsageException(sentence);
            });
    // Digits in warnings are the same everywhere.
    Locale.setDefault(Locale.ROOT);
    users = new Gathering(count);
    trial = Trial.start(cell, options);
    trial
        .withdrawn(0)
        .ifPresent(
            sentence -> {
              throw new BrokenPremiseException(sentence);
            });
  }

  /** Why plain JMH cannot measure a cell, with the remedy; empty if it can. */
  public static Optional<String> unfit(Cell cell) {
    return cell.operationsInARow() == 1
        ? Optional.empty()
        : Optional.of(
            "policy=%s is measured by run alone, whose blocks end with a connection; use run -p policy=%s -p requestsPerConnection=%d"
                .formatted(AxisNames.LIMITED, AxisNames.LIMITED, cell.limit()));
  }

  /** One thread of the trial. */
  @State(Scope.Thread)
  public static class Seat {
    private Session session;

    @Setup(Level.Trial)
    public void take(Session shared) {
      session = shared;
      session.trial.addUser();
    }

    @Setup(Level.Iteration)
    public void begin() {
      session.begin();
    }

    Object perform(Control jmh) {
      return session.perform(jmh);
    }

    @TearDown(Level.Iteration)
    public void prove(IterationParams iteration) {
      session.prove(iteration);
    }
  }

  void begin() {
    users.once(() -> trial.beginIteration(0));
  }

  /** Only while all users are at work, their time counts; JMH counts no other either. */
  Object perform(Control jmh) {
    return users.perform(() -> trial.perform(jmh.startMeasurement && !jmh.stopMeasurement));
  }

  void prove(IterationParams iteration) {
    users.once(
        () ->
            LedgerProfiler.proven(
                trial.endIteration(iteration.getType() == IterationType.MEASUREMENT)));
  }

  @TearDown(Level.Trial)
  public void finish() throws IOException {
    final GroupMeasurement measurement = trial.finish();
    options.measurement().ifPresent(file -> HandOver.write(file, measurement));
  }
}
