package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.run.Progress.EarlyBlocks;
import io.github.handshakecost.stats.EarlyAnswer;
import io.github.handshakecost.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Runs a plan in rounds. A round has one fork of each group, in random order. The fork is the unit
 * of replication, and is saved as soon as it has been measured.
 *
 * <p>The first fork shows how long a round takes on this machine. If the budget does not hold the
 * least number of rounds, groups are dropped, last to first.
 *
 * <p>A continued run has the same order and skips saved forks. Its time budget starts again.
 */
final class Rounds {
  private final Plan plan;
  private final Forks forks;
  private final Keeper keeper;
  private final Progress progress;
  private final TimeBudget time;
  private final int savedRounds;
  private List<Group> groups;
  private int done;
  private int steps = Integer.MAX_VALUE;

  /** Saves the results of a run. Each call is durable when it returns. */
  interface Keeper {
    /** Every fork so far, including those of a continued run. */
    List<ForkRecord> forks();

    void keep(List<ForkRecord> fork);

    /** Removes a cell with a broken premise from the results. */
    void withdraw(Cell cell, String sentence);

    /** Removes cells from the plan. */
    void drop(List<Cell> cells, Warning why);
  }

  /**
   * @param nanoTime a clock like {@link System#nanoTime}
   */
  Rounds(Plan plan, Forks forks, Keeper keeper, Progress progress, LongSupplier nanoTime) {
    this.plan = plan;
    this.forks = forks;
    this.keeper = keeper;
    this.progress = progress;
    groups = Group.of(plan.cells());
    time = new TimeBudget(plan.effort(), nanoTime);
    savedRounds = keeper.forks().stream().mapToInt(ForkRecord::round).max().orElse(0);
  }

  /**
   * Runs rounds until the headline figures are precise enough, or the rounds or the budget of the
   * plan are used up.
   *
   * @return why there are fewer rounds than the plan's least number, if so
   * @throws ForkFailedException if a fork did not finish, or no cell is left
   */
  Optional<String> run() {
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

  /** The first round starts with the headline's group, so that its answer comes first. */
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

  /** A group of this round without the cells that were withdrawn or dropped since it began. */
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
   * @param rest the group and those after it in this round
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
    groups =
        groups.stream()
            .map(group -> group.without(cell))
            .filter(group -> !group.cells().isEmpty())
            .toList();
    if (groups.isEmpty()) {
      throw new ForkFailedException(sentence);
    }
  }

  /** Drops groups until the least number of rounds fits; a group with a saved fork stays. */
  private void fit() {
    final List<Group> kept = new ArrayList<>(groups);
    final List<Group> dropped = new ArrayList<>();
    final int least = plan.effort().leastRounds() - savedRounds;
    while (kept.size() > 1 && time.rounds(kept) < least && !isSaved(kept.get(kept.size() - 1))) {
      dropped.add(kept.remove(kept.size() - 1));
    }
    if (!dropped.isEmpty()) {
      keeper.drop(cells(dropped), dropped(dropped));
      groups = List.copyOf(kept);
    }
    // The earlier number was a guess.
    steps = Integer.MAX_VALUE;
    progress.fitted(time.round(groups), time.rounds(groups), dropped);
  }

  private Warning dropped(List<Group> dropped) {
    return new Warning(
        "%s not measured: with it a round takes about %s, and the time budget of %s does not hold %d rounds"
            .formatted(
                dropped.stream()
                    .map(group -> "group " + group.label())
                    .collect(Collectors.joining(" and ")),
                NumberFormats.time(time.round(groups)),
                NumberFormats.time(plan.effort().budget()),
                plan.effort().leastRounds()),
        "raise --time-budget, or name fewer cells with -p");
  }

  private String outOfTime(int rounds) {
    return "stopped after %d of at least %d rounds, because another round of about %s would exceed the time budget of %s; raise --time-budget, or name fewer cells with -p"
        .formatted(
            rounds,
            plan.effort().leastRounds(),
            NumberFormats.time(time.round(groups)),
            NumberFormats.time(plan.effort().budget()));
  }

  private static List<Cell> cells(List<Group> groups) {
    return groups.stream().flatMap(group -> group.cells().stream()).toList();
  }
}
