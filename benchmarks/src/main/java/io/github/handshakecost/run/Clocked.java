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

  /**
   * How many rounds there is time for after this one, if forks take an eighth less than so far.
   *
   * @param rest what is left of this round
   */
  int roundsAtBest(List<Group> rest, List<Group> groups) {
    final long left = Math.max(0, effort.budget().minus(elapsed()).minus(round(rest)).toMillis());
    return (int)
        Math.min(effort.mostRounds(), 9 * left / (8 * Math.max(1, round(groups).toMillis())));
  }

  /**
   * Time until the run ends at the latest; the end is never moved further away.
   *
   * @param rest what is left of this round
   * @param rounds that there are at most after this one
   */
  Duration left(List<Group> rest, List<Group> groups, int rounds) {
    final Duration latest = elapsed().plus(round(rest)).plus(round(groups).multipliedBy(rounds));
    if (latest.compareTo(end) < 0) {
      end = latest;
    }
    final Duration left = end.minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
