package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Runs a plan in rounds. In each round every cell gets one fork, in an order of its own, so that
 * the machine's drift meets all cells alike; the round is the unit of replication. Each fork is
 * saved as soon as it has been measured.
 */
public final class Rounds {
  private final Plan plan;
  private final Forks forks;
  private final RunDirectory directory;
  private final Progress progress;
  private final LongSupplier nanoTime;
  private final List<ForkRecord> done = new ArrayList<>();
  private final long begin;

  /**
   * Prepares a run; {@link #run} carries it out.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  public Rounds(
      Plan plan, Forks forks, RunDirectory directory, Progress progress, LongSupplier nanoTime) {
    this.plan = plan;
    this.forks = forks;
    this.directory = directory;
    this.progress = progress;
    this.nanoTime = nanoTime;
    begin = nanoTime.getAsLong();
  }

  /**
   * Runs rounds until the headline ratios are as precise as asked, or the plan's rounds or its
   * budget are used up.
   *
   * @return why there are fewer rounds than the plan wants at least; empty where there are enough
   * @throws ForkFailedException if a fork gave no result that may be published
   */
  public Optional<String> run() {
    final Random order = new Random(plan.seed());
    final Effort effort = plan.effort();
    for (int round = 1; round <= effort.mostRounds(); round++) {
      if (round > 1 && elapsed().plus(roundTime()).compareTo(effort.budget()) > 0) {
        return round > effort.leastRounds() ? Optional.empty() : Optional.of(outOfTime(round - 1));
      }
      runRound(round, order);
      if (round >= effort.leastRounds()
          && Verdict.conclusive(plan.cells(), done, effort.precision(), plan.seed())) {
        break;
      }
    }
    return Optional.empty();
  }

  private void runRound(int round, Random order) {
    final List<Cell> shuffled = new ArrayList<>(plan.cells());
    Collections.shuffle(shuffled, order);
    for (final Cell cell : shuffled) {
      progress.starting(round, done.size() + 1, steps(round), cell, left(round));
      final ForkRecord fork = forks.measure(round, cell);
      directory.save(fork);
      done.add(fork);
      progress.finished(fork);
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  /** What a round takes, by the forks that are done. */
  private Duration roundTime() {
    return elapsed().multipliedBy(plan.cells().size()).dividedBy(done.size());
  }

  /** Forks of all rounds up to this one, and of those that the plan wants at least. */
  private int steps(int round) {
    return plan.cells().size() * Math.max(round, plan.effort().leastRounds());
  }

  private Duration left(int round) {
    return done.isEmpty()
        ? plan.effort().guess().multipliedBy(steps(round))
        : elapsed().multipliedBy(steps(round) - done.size()).dividedBy(done.size());
  }

  private String outOfTime(int rounds) {
    final Effort effort = plan.effort();
    return "stopped after %d of at least %d rounds, because another round of about %d s would pass the time budget of %d s; raise --time-budget or measure fewer cells"
        .formatted(
            rounds, effort.leastRounds(), roundTime().toSeconds(), effort.budget().toSeconds());
  }
}
