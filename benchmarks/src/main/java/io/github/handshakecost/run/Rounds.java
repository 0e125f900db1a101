package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Runs a plan in rounds. In each round every cell gets one fork in every lane, in an order of its
 * own, so that the machine's drift meets all of them alike; the round is the unit of replication.
 * Each fork is saved as soon as it has been measured.
 *
 * <p>A run that is continued goes through the same order again and passes over what is saved. Its
 * time budget counts from here.
 */
public final class Rounds {
  private final Plan plan;
  private final List<Lane> lanes;
  private final Progress progress;
  private final LongSupplier nanoTime;
  private final long begin;
  private int done;
  private int measured;

  /**
   * Prepares a run; {@link #run} carries it out.
   *
   * @param lanes at least one
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  public Rounds(Plan plan, List<Lane> lanes, Progress progress, LongSupplier nanoTime) {
    this.plan = plan;
    this.lanes = List.copyOf(lanes);
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
      if (measured > 0 && elapsed().plus(roundTime()).compareTo(effort.budget()) > 0) {
        return round > effort.leastRounds() ? Optional.empty() : Optional.of(outOfTime(round - 1));
      }
      runRound(round, order);
      if (round >= effort.leastRounds() && conclusive(round)) {
        break;
      }
    }
    return Optional.empty();
  }

  private boolean conclusive(int round) {
    return lanes.stream().allMatch(lane -> lane.conclusive(round, plan));
  }

  private void runRound(int round, Random order) {
    final List<Step> steps = new ArrayList<>();
    lanes.forEach(lane -> plan.cells().forEach(cell -> steps.add(new Step(lane, cell))));
    Collections.shuffle(steps, order);
    for (final Step step : steps) {
      if (step.lane().replay(round, step.cell()).isEmpty()) {
        progress.starting(round, done + 1, steps(round), step.cell(), left(round));
        progress.finished(step.lane().measure(round, step.cell()));
        measured++;
      }
      done++;
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  /** What a round takes, by the forks that were measured. */
  private Duration roundTime() {
    return forkTime().multipliedBy(forksOfARound());
  }

  private int forksOfARound() {
    return lanes.size() * plan.cells().size();
  }

  /** Forks of all rounds up to this one, and of those that the plan wants and has time for. */
  private int steps(int round) {
    final long wanted = Math.min(plan.effort().leastRounds(), roundsWithinBudget());
    return forksOfARound() * (int) Math.max(round, wanted);
  }

  /** With those that were saved before, since the budget counts from here. */
  private long roundsWithinBudget() {
    final int saved = (done - measured) / forksOfARound();
    return saved + plan.effort().budget().toNanos() / Math.max(1, roundTime().toNanos());
  }

  private Duration left(int round) {
    return forkTime().multipliedBy(steps(round) - done);
  }

  /** What a fork takes, by those that were measured; a guess as long as there is none. */
  private Duration forkTime() {
    return measured == 0 ? plan.effort().guess() : elapsed().dividedBy(measured);
  }

  private String outOfTime(int rounds) {
    final Effort effort = plan.effort();
    return "stopped after %d of at least %d rounds, because another round of about %d s would pass the time budget of %d s; raise --time-budget or measure fewer cells"
        .formatted(
            rounds, effort.leastRounds(), roundTime().toSeconds(), effort.budget().toSeconds());
  }

  /** One fork of a round. */
  private record Step(Lane lane, Cell cell) {}
}
