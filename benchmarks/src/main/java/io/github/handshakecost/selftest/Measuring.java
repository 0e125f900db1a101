package io.github.handshakecost.selftest;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.run.ArmForks;
import io.github.handshakecost.run.Effort;
import io.github.handshakecost.stats.SelfTestFigures;
import io.github.handshakecost.trial.TrialOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Measures the harness itself: whether it tells a cell from itself, whether it finds delays of
 * known size, in their places, and whether cells that share a JVM take as long as alone.
 */
public final class Measuring {
  /** How often the same cell is measured twice. */
  public static final int PAIRS = 20;

  private static final double EXCHANGE_SHARE = 0.1;
  private static final Duration HANDSHAKE_DELAY = Duration.ofMillis(5);
  private static final double NANOS_PER_MICRO = 1e3;

  private final Source source;
  private final Notebook notebook;
  private final long seed;
  private final LongSupplier nanoTime;
  private final SelfTestFigures figures;

  /**
   * @param seed of orders and of the bootstrap
   */
  public Measuring(Source source, Notebook notebook, long seed, LongSupplier nanoTime) {
    this.source = source;
    this.notebook = notebook;
    this.seed = seed;
    this.nanoTime = nanoTime;
    figures = new SelfTestFigures(seed);
  }

  /**
   * Measures a part until it is precise enough, or its time is over.
   *
   * @throws io.github.handshakecost.run.ForkFailedException if a fork did not come to its end
   */
  public void measure(SelfTestPart which) {
    final Pace pace = new Pace(which.effort(), nanoTime);
    final Steps steps =
        (what, round, fork) -> step(what, round, pace.left(Math.max(0, round - 1)), fork);
    final Part part =
        switch (which) {
          case PAIRS -> pairs(which, steps);
          case EFFECTS -> effects(which, steps);
          case SHARING ->
              new SharedJvm(
                  which.cells(),
                  which.effort().leastRounds(),
                  source.forks(which.effort(), Map.of()),
                  steps,
                  figures,
                  seed);
        };
    boolean precise = false;
    for (int done = 0; pace.goesOn(done, precise); done++) {
      final Optional<SelfTest.Part> found = part.measure(done + 1);
      found.ifPresent(notebook::found);
      precise = found.isPresent() && found.get().precise();
    }
  }

  private List<ForkRecord> step(
      String what, int round, Duration left, Supplier<List<ForkRecord>> fork) {
    notebook.starting(what, round, left);
    final List<ForkRecord> arms = fork.get();
    notebook.measured(what, round, arms);
    return arms;
  }

  private Part pairs(SelfTestPart which, Steps steps) {
    final Cell cell = which.cells().get(0);
    final Effort effort = which.effort();
    final Duration delay =
        share(
            steps
                .step("pilot", 0, () -> List.of(source.forks(effort, Map.of()).alone(0, cell)))
                .get(0));
    final Arm plain = new Arm(cell, false);
    final List<Arm> arms =
        Collections.nCopies(PAIRS, List.of(plain, plain, new Arm(cell, true))).stream()
            .flatMap(List::stream)
            .toList();
    return arms(
        which,
        arms,
        source.forks(effort, Map.of(TrialOptions.DELAY, delay.toNanos() + ",0")),
        steps,
        forks -> figures.pairs(forks, delay.toNanos() / NANOS_PER_MICRO));
  }

  private Part effects(SelfTestPart which, Steps steps) {
    final Cell cell = which.cells().get(0);
    return arms(
        which,
        List.of(new Arm(cell, false), new Arm(cell, true)),
        source.forks(which.effort(), Map.of(TrialOptions.DELAY, "0," + HANDSHAKE_DELAY.toNanos())),
        steps,
        forks -> figures.effects(forks, HANDSHAKE_DELAY.toNanos() / NANOS_PER_MICRO));
  }

  /** Arms that are compared within a JVM: a round is one fork of all of them. */
  private static Part arms(
      SelfTestPart which,
      List<Arm> arms,
      ArmForks forks,
      Steps steps,
      Function<List<List<ForkRecord>>, SelfTest.Part> judge) {
    final List<List<ForkRecord>> measured = new ArrayList<>();
    final String name = which.label();
    return round -> {
      measured.add(steps.step(name, round, () -> forks.together(round, name, arms)));
      return measured.size() < Interval.LEAST_ROUNDS
          ? Optional.empty()
          : Optional.of(judge.apply(measured));
    };
  }

  /** A tenth of the exchange as this machine shows it: the median of the blocks. */
  private static Duration share(ForkRecord fork) {
    final double[] sorted =
        fork.measurement().iterations().stream()
            .map(IterationRecord::phases)
            .mapToDouble(phases -> phases.exchange())
            .sorted()
            .toArray();
    return Duration.ofNanos(
        Math.round(EXCHANGE_SHARE * sorted[sorted.length / 2] * NANOS_PER_MICRO));
  }
}
