package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The time that the forks of a run take, and the rest of its time budget. */
public final class TimeBudget {
  /** Start and end of a JVM. */
  private static final Duration FORK_OVERHEAD = Duration.ofSeconds(3);

  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
  private static final Duration FURTHER_WARM_UP = Duration.ofSeconds(2);

  /** A JVM that is not warmed up, from its start to its end. */
  private static final Duration NEW_JVM = Duration.ofMillis(900);

  private static final Duration THOUSAND_COLD_CONNECTIONS = Duration.ofMillis(3500);

  /** Lead-in and proof of a block. */
  private static final Duration BLOCK_OVERHEAD = Duration.ofMillis(20);

  /** Of a request over a new connection with TLS 1.3. */
  private static final int ROUND_TRIPS = 3;

  private final Effort effort;
  private final LongSupplier nanoTime;
  private final long begin;
  private final Map<String, List<Duration>> forks = new HashMap<>();

  /** Time of the first fork over its guess. */
  private double slowness = 1;

  private Duration end;

  TimeBudget(Effort effort, LongSupplier nanoTime) {
    this.effort = effort;
    this.nanoTime = nanoTime;
    begin = nanoTime.getAsLong();
    end = effort.budget();
  }

  /** A guess of the duration of a fork, before the first fork has been measured. */
  public static Duration guess(Effort effort, Group group) {
    if (group.cells().get(0).cold()) {
      return guessOfNewJvm(group.cells().get(0));
    }
    final Set<Cell> kinds = new HashSet<>();
    Duration measuring = Duration.ZERO;
    for (final Cell cell : group.cells()) {
      kinds.add(cell.with(Axes.RTT.name(), ""));
      measuring = measuring.plus(guessOfBlock(effort, cell).multipliedBy(effort.cyclesOf(cell)));
    }
    final Duration warming = FIRST_WARM_UP.plus(FURTHER_WARM_UP.multipliedBy(kinds.size() - 1L));
    return FORK_OVERHEAD.plus(Collections.min(List.of(warming, effort.warmUp()))).plus(measuring);
  }

  /** A thousand requests over one connection take a tenth of a second. */
  private static Duration guessOfNewJvm(Cell cell) {
    return cell.policy().equals(AxisNames.POOLED)
        ? NEW_JVM
        : NEW_JVM.plus(THOUSAND_COLD_CONNECTIONS);
  }

  private static Duration guessOfBlock(Effort effort, Cell cell) {
    final Duration rtt = Settings.of(cell.params()).get(Axes.RTT).time();
    final Duration pause = Settings.of(cell.params()).get(Axes.IDLE);
    final Duration operation =
        rtt.multipliedBy((long) ROUND_TRIPS * cell.requestsPerOperation()).plus(pause);
    return Collections.max(List.of(operation.multipliedBy(cell.operationsInARow()), effort.block()))
        .plus(BLOCK_OVERHEAD)
        .plus(rtt.multipliedBy(ROUND_TRIPS));
  }

  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  void took(Group group, Duration time) {
    forks.computeIfAbsent(group.label(), label -> new ArrayList<>()).add(time);
    if (isFirst()) {
      end = effort.budget();
      slowness = (double) time.toNanos() / guess(effort, group).toNanos();
    }
  }

  /** Whether exactly one fork has been measured. */
  boolean isFirst() {
    return forks.values().stream().mapToInt(List::size).sum() == 1;
  }

  /** The mean of the measured forks, or a guess. */
  private Duration fork(Group group) {
    final List<Duration> taken = forks.get(group.label());
    return taken == null
        ? Duration.ofNanos(Math.round(guess(effort, group).toNanos() * slowness))
        : taken.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(taken.size());
  }

  Duration round(List<Group> groups) {
    return groups.stream().map(this::fork).reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether another round would exceed the budget; never before the first fork. */
  boolean isSpent(List<Group> groups) {
    return !forks.isEmpty() && elapsed().plus(round(groups)).compareTo(effort.budget()) > 0;
  }

  /** The rounds that fit the whole budget, at most those of the plan. */
  int rounds(List<Group> groups) {
    final long fitting = effort.budget().toMillis() / Math.max(1, round(groups).toMillis());
    return (int) Math.max(1, Math.min(effort.mostRounds(), fitting));
  }

  /**
   * The rounds that fit after this one if forks become an eighth faster.
   *
   * @param rest groups still to measure in this round
   */
  int roundsAtBest(List<Group> rest, List<Group> groups) {
    final long left = Math.max(0, effort.budget().minus(elapsed()).minus(round(rest)).toMillis());
    return (int)
        Math.min(effort.mostRounds(), 9 * left / (8 * Math.max(1, round(groups).toMillis())));
  }

  /**
   * The longest time until the run ends. The end is never postponed.
   *
   * @param rest groups still to measure in this round
   * @param rounds the most rounds after this one
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
