package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What one fork measured.
 *
 * @param cells one record for each cell of its group whose premise held
 * @param broken the other cells, and how their premises broke
 */
public record GroupFork(List<ForkRecord> cells, Map<Cell, String> broken) {
  public GroupFork {
    cells = List.copyOf(cells);
    // Map.copyOf iterates in an order of its own in each JVM; what is saved must not.
    broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
  }

  /** The same with other records. */
  GroupFork with(UnaryOperator<ForkRecord> change) {
    return new GroupFork(cells.stream().map(change).toList(), broken);
  }

  /**
   * All records, for who compares arms that have to be complete.
   *
   * @throws ForkFailedException if a premise broke
   */
  List<ForkRecord> whole() {
    broken.values().stream()
        .findFirst()
        .ifPresent(
            sentence -> {
              throw new ForkFailedException(sentence);
            });
    return cells;
  }
}
