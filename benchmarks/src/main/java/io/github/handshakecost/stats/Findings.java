package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was found in the forks of each cell, looked for once: warnings and flags draw on it. */
final class Findings {
  private final Map<Cell, List<ForkFinding>> byCell = new LinkedHashMap<>();

  Findings(List<Cell> cells, ForkIndex index) {
    final List<List<ForkFinding>> found =
        cells.parallelStream().map(cell -> ForkFindings.of(index.forks(cell))).toList();
    for (int i = 0; i < cells.size(); i++) {
      byCell.put(cells.get(i), found.get(i));
    }
  }

  /** Cell by cell, and in each by round. */
  List<ForkFinding> all() {
    final List<ForkFinding> all = new ArrayList<>();
    byCell.values().forEach(all::addAll);
    return all;
  }

  /** The flags of a cell, each once. */
  List<String> flags(Cell cell) {
    return byCell.getOrDefault(cell, List.of()).stream()
        .flatMap(finding -> Stream.ofNullable(finding.flag()))
        .distinct()
        .sorted()
        .map(Flag::key)
        .toList();
  }
}
