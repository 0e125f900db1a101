package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.stats.EarlyAnswer;
import io.github.handshakecost.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Runs a plan in rounds: in each, every group gets one fork, in an order of its own. The fork is
 * the unit of replication. It is saved as soon as it has been measured.
 *
 * <p>After the first fork it is known what a round costs on this machine, and the plan is fitted to
 * the budget: groups are dropped, last to first, until the least number of rounds fits.
 *
 * <p>A run that is continued goes through the same order again and passes over what is saved. Its
 * time budget counts from here.
 */
public final class Rounds {
  private final Plan plan;
  private final Forks forks;
  private final Keeper keeper;
  private final Progress progress;
  private final Clocked time;
  private final int savedRounds;
  private List<Group> groups;
  private int done;
  private int steps = Integer.MAX_VALUE;

  /**
   * Prepares a run; {@link #run} carries it out.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  public Rounds(Plan plan, Forks forks, Keeper keeper, Progress progress, LongSupplier nanoTime) {
    this.plan = plan;
    this.forks = forks;
    this.keeper = keeper;
    this.progress = progress;
    groups = Group.of(plan.cells());
    time = new Clocked(plan.effort(), nanoTime);
    savedRounds = keeper.forks().stream().mapToInt(ForkRecord::round).max().orElse(0);
  }

  /**
   * Runs rounds until the headline figures are as precise as asked, or the plan's rounds or its
   * budget are used up.
   *
   * @return why there are fewer rounds than the plan wants at least; empty where there are enough
   * @throws ForkFailedException if a fork did not come to its end, or no cell is left
   */
  public Optional<String> run() {
    final Random order = new Random(plan.seed());
    final Effort effort = plan.effort();
    for (int round = 1; round <= effort.mostRounds(); round++) {
      if (time.isSpent(groups) || done + groups.size() > steps) {
        return round > effort.leastRounds() ? Optional.empty() : Optional.of(outOfTime(round - 1));
      }
      runRound(round, order);
      if (round >= Math.max(effort.leastRounds(), savedRounds) && conclusive()) {
        break;
      }
    }
    return Optional.empty();
  }

  private boolean conclusive() {
    return Verdict.of(cells(groups), keeper.forks(), plan.effort().precision(), plan.seed())
        .conclusive();
  }

  /** The first round begins with the headline's group, so that its answer comes first. */
  private void runRound(int round, Random order) {
    final List<Group> shuffled = new ArrayList<>(groups);
    Collections.shuffle(shuffled, order);
    final List<Group> open = new ArrayList<>(round == 1 ? groups : shuffled);
    while (!open.isEmpty()) {
      final Optional<Group> group = left(open.get(0));
      if (group.isPresent()) {
        if (!isSaved(round, group.get())) {
          measure(
              round, group.get(), open.stream().map(this::left).flatMap(Optional::stream).toList());
        }
        done++;
      }
      open.remove(0);
    }
  }

  /** What is left of a group of this round: cells may have been withdrawn, groups dropped. */
  private Optional<Group> left(Group group) {
    return groups.stream().filter(other -> other.label().equals(group.label())).findFirst();
  }

  private boolean isSaved(int round, Group group) {
    return keeper.forks().stream()
        .anyMatch(fork -> fork.round() == round && group.cells().contains(fork.cell()));
  }

  private boolean isSaved(Group group) {
    return keeper.forks().stream().anyMatch(fork -> group.cells().contains(fork.cell()));
  }

  /**
   * @param rest the group, and what follows it in this round
   */
  private void measure(int round, Group group, List<Group> rest) {
    final int rounds =
        Math.min(plan.effort().mostRounds() - round, time.roundsAtBest(rest, groups));
    steps = Math.min(steps, done + rest.size() + groups.size() * rounds);
    progress.starting(round, done + 1, steps, group, time.left(rest, groups, rounds));
    final EarlyBlocks early = new EarlyBlocks(group, progress, done == 0);
    final Duration begin = time.elapsed();
    final GroupFork fork = forks.measure(round, group, early);
    keeper.keep(fork.cells());
    final Duration took = time.elapsed().minus(begin);
    time.took(group, took);
    progress.finished(fork, took);
    fork.broken().forEach(this::withdraw);
    if (time.isFirst()) {
      fit();
    }
    EarlyAnswer.of(cells(groups), keeper.forks(), plan.seed()).ifPresent(progress::soFar);
  }

  private void withdraw(Cell cell, String sentence) {
    keeper.withdraw(cell, sentence);
    final List<Cell> others = new ArrayList<>(cells(groups));
    others.remove(cell);
    if (others.isEmpty()) {
      throw new ForkFailedException(sentence);
    }
    groups =
        groups.stream()
            .map(group -> group.without(cell))
            .filter(group -> !group.cells().isEmpty())
            .toList();
  }

  /**
   * Drops groups, last to first, until the least number of rounds fits the budget. A group of which
   * a fork is saved stays.
   */
  private void fit() {
    final List<Group> kept = new ArrayList<>(groups);
    final List<Group> dropped = new ArrayList<>();
    final int least = plan.effort().leastRounds() - savedRounds;
    while (kept.size() > 1 && time.rounds(kept) < least && !isSaved(kept.get(kept.size() - 1))) {
      dropped.add(kept.remove(kept.size() - 1));
    }
    if (!dropped.isEmpty()) {
      final int fitting = time.rounds(groups);
      keeper.drop(
          cells(dropped),
          TimeWarnings.dropped(dropped, fitting, plan.effort(), time.round(groups)));
      groups = List.copyOf(kept);
    }
    // What was told before was guessed.
    steps = Integer.MAX_VALUE;
    progress.fitted(time.round(groups), time.rounds(groups), dropped);
  }

  private String outOfTime(int rounds) {
    return TimeWarnings.outOfTime(rounds, plan.effort(), time.round(groups));
  }

  private static List<Cell> cells(List<Group> groups) {
    return groups.stream().flatMap(group -> group.cells().stream()).toList();
  }
}
