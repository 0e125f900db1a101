package io.github.handshakecost.selftest;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Shared;
import io.github.handshakecost.run.ArmForks;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.Interruption;
import io.github.handshakecost.selftest.SelfTestRun.ForkSource;
import io.github.handshakecost.stats.SelfTestFigures;
import io.github.handshakecost.trial.TrialOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;

/** Measures a part of a self-test, round by round. */
final class SelfTestMeasurement {
  /** How many pairs of the same cell one fork measures. */
  private static final int PAIRS = 20;

  private static final double EXCHANGE_SHARE = 0.1;
  private static final Duration HANDSHAKE_DELAY = Duration.ofMillis(5);
  private static final double NANOS_PER_MICRO = 1e3;

  private final SelfTestPart part;
  private final Effort effort;
  private final ForkSource source;
  private final SelfTestRun run;
  private final Interruption interruption;
  private final LongSupplier nanoTime;
  private final long begin;
  private final SelfTestFigures figures;

  SelfTestMeasurement(
      SelfTestPart part,
      ForkSource source,
      SelfTestRun run,
      Interruption interruption,
      LongSupplier nanoTime) {
    this.part = part;
    effort = part.effort();
    this.source = source;
    this.run = run;
    this.interruption = interruption;
    this.nanoTime = nanoTime;
    begin = nanoTime.getAsLong();
    figures = new SelfTestFigures(run.seed());
  }

  /** Measures until the part is precise enough, or its time is over. */
  void measure() {
    final IntFunction<Optional<SelfTest.Part>> rounds =
        switch (part) {
          case PAIRS -> pairs();
          case EFFECTS -> effects();
          case SHARING -> new SharedJvm()::measure;
        };
    boolean precise = false;
    for (int done = 0; goesOn(done, precise); done++) {
      final Optional<SelfTest.Part> found = rounds.apply(done + 1);
      found.ifPresent(run::found);
      precise = found.isPresent() && found.get().precise();
    }
  }

  /** Until there is an interval, a part goes on however long it takes. */
  private boolean goesOn(int done, boolean precise) {
    return done < Interval.LEAST_ROUNDS
        || (!(precise && done >= effort.leastRounds())
            && done < effort.mostRounds()
            && elapsed().plus(meanRound(done)).compareTo(effort.budget()) <= 0);
  }

  private Duration left(int done) {
    final Duration budget = effort.budget().minus(elapsed());
    final Duration rounds = meanRound(done).multipliedBy(effort.mostRounds() - (long) done);
    final Duration left = done > 0 && rounds.compareTo(budget) < 0 ? rounds : budget;
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  private Duration meanRound(int done) {
    return elapsed().dividedBy(Math.max(1, done));
  }

  /** Measures and saves a fork; round 0 is a pilot. */
  List<ForkRecord> step(String name, int round, Supplier<List<ForkRecord>> fork) {
    interruption.waitIfUnderWay();
    return run.measure(name, round, left(Math.max(0, round - 1)), fork);
  }

  private IntFunction<Optional<SelfTest.Part>> pairs() {
    final Cell cell = part.cells().get(0);
    final ArmForks pilot = source.forks(effort, Map.of());
    final Duration delay =
        tenthOfTheExchange(step("pilot", 0, () -> List.of(pilot.alone(0, cell))).get(0));
    final Arm plain = new Arm(cell, false);
    final List<Arm> arms =
        Collections.nCopies(PAIRS, List.of(plain, plain, new Arm(cell, true))).stream()
            .flatMap(List::stream)
            .toList();
    return arms(
        arms,
        delay.toNanos() + ",0",
        forks -> figures.pairs(forks, delay.toNanos() / NANOS_PER_MICRO));
  }

  private IntFunction<Optional<SelfTest.Part>> effects() {
    final Cell cell = part.cells().get(0);
    return arms(
        List.of(new Arm(cell, false), new Arm(cell, true)),
        "0," + HANDSHAKE_DELAY.toNanos(),
        forks -> figures.effects(forks, HANDSHAKE_DELAY.toNanos() / NANOS_PER_MICRO));
  }

  /** A round is one fork of all arms, which are compared within it. */
  private IntFunction<Optional<SelfTest.Part>> arms(
      List<Arm> arms, String delay, Function<List<List<ForkRecord>>, SelfTest.Part> judge) {
    final ArmForks forks = source.forks(effort, Map.of(TrialOptions.DELAY, delay));
    final List<List<ForkRecord>> measured = new ArrayList<>();
    return round -> {
      measured.add(step(part.label(), round, () -> forks.together(round, part.label(), arms)));
      return measured.size() < Interval.LEAST_ROUNDS
          ? Optional.empty()
          : Optional.of(judge.apply(measured));
    };
  }

  /** By the median of the blocks. */
  private static Duration tenthOfTheExchange(ForkRecord fork) {
    final double[] exchanges =
        fork.measurement().iterations().stream()
            .mapToDouble(iteration -> iteration.phases().exchange())
            .toArray();
    return Duration.ofNanos(
        Math.round(EXCHANGE_SHARE * Median.withDefaults().evaluate(exchanges) * NANOS_PER_MICRO));
  }

  /**
   * Cells in the JVM of their group, and each in a JVM of its own. A round has one fork of each, in
   * random order. A cell that is precise enough is no longer measured alone, and a group of such
   * cells no longer at all.
   */
  private final class SharedJvm {
    private final ArmForks forks = source.forks(effort, Map.of());
    private final Map<Cell, List<ForkRecord>> together = new LinkedHashMap<>();
    private final Map<Cell, List<ForkRecord>> alone = new LinkedHashMap<>();
    private final Map<Cell, Shared> known = new LinkedHashMap<>();

    /** Measures a round, counted from 1; empty as long as there is no interval. */
    Optional<SelfTest.Part> measure(int round) {
      final List<Cell> open = part.cells().stream().filter(this::isOpen).toList();
      final List<Runnable> order = new ArrayList<>();
      Group.of(part.cells()).stream()
          .filter(group -> group.cells().stream().anyMatch(open::contains))
          .forEach(group -> order.add(() -> together(round, group, open)));
      open.forEach(cell -> order.add(() -> alone(round, cell)));
      Collections.shuffle(order, new Random(run.seed() + round));
      order.forEach(Runnable::run);
      if (round < Interval.LEAST_ROUNDS) {
        return Optional.empty();
      }
      open.forEach(cell -> known.put(cell, figures.shared(of(together, cell), of(alone, cell))));
      return Optional.of(new SelfTest.Sharing(List.copyOf(known.values())));
    }

    private boolean isOpen(Cell cell) {
      final Shared shared = known.get(cell);
      return shared == null || shared.rounds() < effort.leastRounds() || !shared.precise();
    }

    private void together(int round, Group group, List<Cell> open) {
      final String name = "sharing-" + group.label().replaceAll("[ =]", "-");
      final List<Arm> arms = group.cells().stream().map(cell -> new Arm(cell, false)).toList();
      step(name, round, () -> forks.together(round, name, arms)).stream()
          .filter(fork -> open.contains(fork.cell()))
          .forEach(fork -> of(together, fork.cell()).add(fork));
    }

    private void alone(int round, Cell cell) {
      final String name =
          Stream.of(Axes.CLIENT.name(), Axes.PROTOCOL.name(), Axes.POLICY.name())
              .map(cell::param)
              .collect(Collectors.joining("-", "sharing-", ""));
      of(alone, cell).addAll(step(name, round, () -> List.of(forks.alone(round, cell))));
    }

    private static List<ForkRecord> of(Map<Cell, List<ForkRecord>> forks, Cell cell) {
      return forks.computeIfAbsent(cell, first -> new ArrayList<>());
    }
  }
}
