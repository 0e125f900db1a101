package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Forks by cell and round. */
final class ForkIndex {
  private final Map<Cell, NavigableMap<Integer, ForkRecord>> forks = new HashMap<>();

  ForkIndex(List<ForkRecord> records) {
    for (final ForkRecord fork : records) {
      forks.computeIfAbsent(fork.cell(), cell -> new TreeMap<>()).put(fork.round(), fork);
    }
  }

  /** The forks of a cell by round; empty if it has none. */
  List<ForkRecord> forks(Cell cell) {
    return List.copyOf(byRound(cell).values());
  }

  /** The rounds in which each of the cells has a fork, ascending. */
  List<Integer> sharedRounds(Collection<Cell> cells) {
    final NavigableSet<Integer> shared = new TreeSet<>();
    forks.values().forEach(rounds -> shared.addAll(rounds.keySet()));
    cells.forEach(cell -> shared.retainAll(byRound(cell).keySet()));
    return List.copyOf(shared);
  }

  /** One figure for each of the rounds, all of which the cell must have. */
  double[] values(Cell cell, List<Integer> rounds, ToDoubleFunction<ForkRecord> figure) {
    return byRound(cell).entrySet().stream()
        .filter(entry -> rounds.contains(entry.getKey()))
        .mapToDouble(entry -> figure.applyAsDouble(entry.getValue()))
        .toArray();
  }

  private NavigableMap<Integer, ForkRecord> byRound(Cell cell) {
    return forks.getOrDefault(cell, new TreeMap<>());
  }
}
