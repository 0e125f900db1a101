package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers the findings of many forks into few sentences. */
final class ForkWarnings {
  /** Cells that are named one by one; of more their number is enough. */
  private static final int MOST_NAMED = 3;

  private final Findings findings;
  private final ForkIndex index;
  private final Labels labels;
  private final int forks;

  ForkWarnings(List<Cell> cells, ForkIndex index, Findings findings) {
    this.findings = findings;
    this.index = index;
    this.labels = new Labels(cells);
    this.forks = cells.stream().mapToInt(cell -> index.forks(cell).size()).sum();
  }

  List<String> all() {
    final Map<List<String>, List<ForkFinding>> kinds =
        findings.all().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> List.of(finding.what(), finding.remedy()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    final List<String> sentences = new ArrayList<>();
    for (final List<ForkFinding> alike : kinds.values()) {
      final Map<Cell, List<ForkFinding>> byCell =
          alike.stream()
              .collect(
                  Collectors.groupingBy(
                      finding -> finding.fork().cell(), LinkedHashMap::new, Collectors.toList()));
      if (alike.size() == forks) {
        sentences.add(ForkFinding.sentence("everywhere", alike, forks));
      } else if (byCell.size() > MOST_NAMED) {
        sentences.add(ForkFinding.sentence("in %d cells".formatted(byCell.size()), alike, forks));
      } else {
        byCell.forEach(
            (cell, found) ->
                sentences.add(
                    ForkFinding.sentence(labels.of(cell), found, index.forks(cell).size())));
      }
    }
    return sentences;
  }
}
