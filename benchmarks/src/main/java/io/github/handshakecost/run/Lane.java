package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.stats.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a plan's forks come from and where they are saved. A run has one lane; to compare forks
 * that are made differently, several lanes are measured in the same rounds.
 */
public final class Lane {
  private final Forks forks;
  private final RunDirectory directory;
  private final Map<List<Object>, ForkRecord> saved = new HashMap<>();
  private final List<ForkRecord> done = new ArrayList<>();
  private int lastSavedRound;

  /**
   * A lane.
   *
   * @param saved forks that the directory holds already, where a run is continued
   */
  public Lane(Forks forks, RunDirectory directory, List<ForkRecord> saved) {
    this.forks = forks;
    this.directory = directory;
    for (final ForkRecord fork : saved) {
      this.saved.put(List.of(fork.round(), fork.cell()), fork);
      lastSavedRound = Math.max(lastSavedRound, fork.round());
    }
  }

  /** Takes a fork that was measured before; empty where there is none. */
  Optional<ForkRecord> replay(int round, Cell cell) {
    final Optional<ForkRecord> fork = Optional.ofNullable(saved.get(List.of(round, cell)));
    fork.ifPresent(done::add);
    return fork;
  }

  ForkRecord measure(int round, Cell cell) {
    final ForkRecord fork = forks.measure(round, cell);
    directory.save(fork);
    done.add(fork);
    return fork;
  }

  /** Whether the rounds may end here: not where a later one was begun when this was decided. */
  boolean conclusive(int round, Plan plan) {
    return round >= lastSavedRound
        && Verdict.conclusive(plan.cells(), done, plan.effort().precision(), plan.seed());
  }
}
