package io.github.handshakecost.selftest;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.GroupTask.Arm;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.IterationRecord;
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

/** Measures the parts of a self-test, round by round. */
public final class SelfTestMeasurement {
  /** How many pairs of the same cell one fork measures. */
  public static final int PAIRS = 20;

  private static final double EXCHANGE_SHARE = 0.1;
  private static final Duration HANDSHAKE_DELAY = Duration.ofMillis(5);
  private static final double NANOS_PER_MICRO = 1e3;

  private final ForkSource source;
  private final Listener listener;
  private final long seed;
  private final LongSupplier nanoTime;
  private final SelfTestFigures figures;

  /**
   * @param seed of orders and of the bootstrap
   */
  public SelfTestMeasurement(
      ForkSource source, Listener listener, long seed, LongSupplier nanoTime) {
    this.source = source;
    this.listener = listener;
    this.seed = seed;
    this.nanoTime = nanoTime;
    figures = new SelfTestFigures(seed);
  }

  /** Makes forks with system properties, which may tell their servers to delay responses. */
  @FunctionalInterface
  public interface ForkSource {
    ArmForks forks(Effort effort, Map<String, String> properties);
  }

  /** Follows a self-test. */
  public interface Listener {
    /**
     * A fork is about to start.
     *
     * @param round from 1; 0 for a pilot
     * @param left the longest time until the end of the part
     */
    void starting(String name, int round, Duration left);

    void measured(String name, int round, List<ForkRecord> arms);

    /** The finding of a part after a round. */
    void found(SelfTest.Part part);
  }

  /** A part while it is measured. */
  @FunctionalInterface
  interface Rounds {
    /** Measures a round, counted from 1; empty as long as there is no interval. */
    Optional<SelfTest.Part> measure(int round);
  }

  /** Measures a fork and tells the listener. */
  @FunctionalInterface
  interface Steps {
    List<ForkRecord> step(String name, int round, Supplier<List<ForkRecord>> fork);
  }

  /**
   * Measures a part until it is precise enough, or its time is over.
   *
   * @throws io.github.handshakecost.run.ForkFailedException if a fork failed
   */
  public void measure(SelfTestPart which) {
    final Effort effort = which.effort();
    final long begin = nanoTime.getAsLong();
    final Steps steps =
        (name, round, fork) -> {
          listener.starting(name, round, left(effort, begin, Math.max(0, round - 1)));
          final List<ForkRecord> arms = fork.get();
          listener.measured(name, round, arms);
          return arms;
        };
    final Rounds rounds =
        switch (which) {
          case PAIRS -> pairs(which, steps);
          case EFFECTS -> effects(which, steps);
          case SHARING ->
              new SharedJvm(which, source.forks(effort, Map.of()), steps, figures, seed);
        };
    boolean precise = false;
    for (int done = 0; goesOn(effort, begin, done, precise); done++) {
      final Optional<SelfTest.Part> found = rounds.measure(done + 1);
      found.ifPresent(listener::found);
      precise = found.isPresent() && found.get().precise();
    }
  }

  /** Until there is an interval, a part goes on however long it takes. */
  private boolean goesOn(Effort effort, long begin, int done, boolean precise) {
    return done < Interval.LEAST_ROUNDS
        || (!(precise && done >= effort.leastRounds())
            && done < effort.mostRounds()
            && elapsed(begin).plus(round(begin, done)).compareTo(effort.budget()) <= 0);
  }

  private Duration left(Effort effort, long begin, int done) {
    final Duration budget = effort.budget().minus(elapsed(begin));
    final Duration rounds = round(begin, done).multipliedBy(effort.mostRounds() - (long) done);
    final Duration left = done > 0 && rounds.compareTo(budget) < 0 ? rounds : budget;
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration elapsed(long begin) {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  private Duration round(long begin, int done) {
    return elapsed(begin).dividedBy(Math.max(1, done));
  }

  private Rounds pairs(SelfTestPart which, Steps steps) {
    final Cell cell = which.cells().get(0);
    final Effort effort = which.effort();
    final Duration delay =
        tenthOfTheExchange(
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

  private Rounds effects(SelfTestPart which, Steps steps) {
    final Cell cell = which.cells().get(0);
    return arms(
        which,
        List.of(new Arm(cell, false), new Arm(cell, true)),
        source.forks(which.effort(), Map.of(TrialOptions.DELAY, "0," + HANDSHAKE_DELAY.toNanos())),
        steps,
        forks -> figures.effects(forks, HANDSHAKE_DELAY.toNanos() / NANOS_PER_MICRO));
  }

  /** A round is one fork of all arms, which are compared within it. */
  private static Rounds arms(
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

  /** By the median of the blocks. */
  private static Duration tenthOfTheExchange(ForkRecord fork) {
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
