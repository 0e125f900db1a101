package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers the findings of many forks into few sentences. */
final class ForkWarnings {
  private final List<Cell> cells;
  private final ForkIndex index;
  private final Labels labels;

  ForkWarnings(List<Cell> cells, ForkIndex index) {
    this.cells = cells;
    this.index = index;
    this.labels = new Labels(cells);
  }

  List<String> all() {
    final List<ForkRecord> forks =
        cells.stream().flatMap(cell -> index.forks(cell).stream()).toList();
    final Map<List<String>, List<ForkFinding>> kinds =
        forks.stream()
            .flatMap(fork -> ForkFindings.of(fork).stream())
            .collect(
                Collectors.groupingBy(
                    finding -> List.of(finding.what(), finding.remedy()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    final List<String> sentences = new ArrayList<>();
    for (final List<ForkFinding> alike : kinds.values()) {
      if (alike.size() == forks.size()) {
        sentences.add(ForkFinding.sentence("everywhere", alike, forks.size()));
      } else {
        sentences.addAll(byCell(alike));
      }
    }
    return sentences;
  }

  private List<String> byCell(List<ForkFinding> alike) {
    final Map<Cell, List<ForkFinding>> byCell =
        alike.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.fork().cell(), LinkedHashMap::new, Collectors.toList()));
    final List<String> sentences = new ArrayList<>();
    byCell.forEach(
        (cell, findings) ->
            sentences.add(
                ForkFinding.sentence(labels.of(cell), findings, index.forks(cell).size())));
    return sentences;
  }
}
