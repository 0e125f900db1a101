package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Warning;
import java.util.ArrayList;
import java.util.List;

/** Keeps forks in memory. */
final class MemoryKeeper implements Rounds.Keeper {
  final List<ForkRecord> forks = new ArrayList<>();
  final List<String> withdrawn = new ArrayList<>();
  final List<Cell> dropped = new ArrayList<>();
  final List<Warning> warnings = new ArrayList<>();

  MemoryKeeper(List<ForkRecord> saved) {
    forks.addAll(saved);
  }

  @Override
  public List<ForkRecord> forks() {
    return List.copyOf(forks);
  }

  @Override
  public void keep(List<ForkRecord> fork) {
    forks.addAll(fork);
  }

  @Override
  public void withdraw(Cell cell, String sentence) {
    withdrawn.add(cell.param("policy") + ": " + sentence);
    forks.removeIf(fork -> fork.cell().equals(cell));
  }

  @Override
  public void drop(List<Cell> cells, Warning why) {
    dropped.addAll(cells);
    warnings.add(why);
  }
}
