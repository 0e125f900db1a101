package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
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

  /** The forks of a cell in these rounds, all of which it must have. */
  List<ForkRecord> forks(Cell cell, List<Integer> rounds) {
    final Map<Integer, ForkRecord> byRound = byRound(cell);
    return rounds.stream().map(round -> Objects.requireNonNull(byRound.get(round))).toList();
  }

  /** The rounds in which each of the cells, at least one, has a fork, ascending. */
  List<Integer> sharedRounds(List<Cell> cells) {
    return byRound(cells.get(0)).keySet().stream()
        .filter(round -> cells.stream().allMatch(cell -> byRound(cell).containsKey(round)))
        .toList();
  }

  /** A figure of each of these rounds, all of which the cell must have. */
  double[] values(Cell cell, List<Integer> rounds, ToDoubleFunction<ForkRecord> figure) {
    return forks(cell, rounds).stream().mapToDouble(figure).toArray();
  }

  private NavigableMap<Integer, ForkRecord> byRound(Cell cell) {
    return forks.getOrDefault(cell, Collections.emptyNavigableMap());
  }
}
