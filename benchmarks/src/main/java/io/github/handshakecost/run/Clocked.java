package io.github.handshakecost.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What a run's forks take, and what is left of its budget. */
final class Clocked {
  private final Effort effort;
  private final LongSupplier nanoTime;
  private final long begin;
  private final Map<String, Duration> taken = new HashMap<>();
  private final Map<String, Integer> forks = new HashMap<>();
  private double machine = 1;
  private Duration end;

  Clocked(Effort effort, LongSupplier nanoTime) {
    this.effort = effort;
    this.nanoTime = nanoTime;
    begin = nanoTime.getAsLong();
    end = effort.budget();
  }

  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  /** Notes how long a fork took, and how much slower than the guess this machine is. */
  void took(Group group, Duration time) {
    taken.merge(group.label(), time, Duration::plus);
    forks.merge(group.label(), 1, Integer::sum);
    if (isFirst()) {
      end = effort.budget();
      machine = (double) time.toNanos() / effort.guess(group).toNanos();
    }
  }

  /** Whether a single fork has been measured. */
  boolean isFirst() {
    return forks.values().stream().mapToInt(Integer::intValue).sum() == 1;
  }

  /** What a fork of a group takes: the mean of those that were measured, else a guess. */
  private Duration fork(Group group) {
    final Duration all = taken.get(group.label());
    return all == null
        ? Duration.ofNanos(Math.round(effort.guess(group).toNanos() * machine))
        : all.dividedBy(forks.getOrDefault(group.label(), 1));
  }

  /** What a round takes. */
  Duration round(List<Group> groups) {
    return groups.stream().map(this::fork).reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether something was measured, and another round would pass the budget. */
  boolean isSpent(List<Group> groups) {
    return !taken.isEmpty() && elapsed().plus(round(groups)).compareTo(effort.budget()) > 0;
  }

  /** How many rounds the budget holds in all, at most those of the plan. */
  int rounds(List<Group> groups) {
    final long fitting = effort.budget().toMillis() / Math.max(1, round(groups).toMillis());
    return (int) Math.max(1, Math.min(effort.mostRounds(), fitting));
  }

  /** The same if forks take an eighth less than they did so far. */
  int roundsAtBest(List<Group> groups) {
    final long fitting =
        9 * effort.budget().toMillis() / (8 * Math.max(1, round(groups).toMillis())) + 1;
    return (int) Math.min(effort.mostRounds(), fitting);
  }

  /** How many rounds there is time for from now on, one at least. */
  int roundsLeft(List<Group> groups) {
    final long fitting =
        effort.budget().minus(elapsed()).toMillis() / Math.max(1, round(groups).toMillis());
    return (int) Math.max(1, Math.min(effort.mostRounds(), fitting));
  }

  /**
   * Time until the run ends at the latest; the end is never moved further away.
   *
   * @param rounds that the plan has from now on
   */
  Duration left(List<Group> groups, int rounds) {
    final Duration latest =
        elapsed().plus(round(groups).multipliedBy(Math.min(rounds, roundsLeft(groups))));
    if (latest.compareTo(end) < 0) {
      end = latest;
    }
    final Duration left = end.minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
