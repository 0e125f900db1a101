package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Source of measured forks. */
@FunctionalInterface
public interface Forks {
  /**
   * Measures a group once, in a new JVM.
   *
   * @param blocks receives each block as soon as it has been measured
   * @throws ForkFailedException if the fork did not finish
   */
  GroupFork measure(int round, Group group, BlockListener blocks);

  /** Receives blocks while their fork is running, before anything is proven. */
  @FunctionalInterface
  interface BlockListener {
    /** Receives the mean time of an operation in one block, in microseconds. */
    void measured(Cell cell, double micros);
  }

  /**
   * The results of one fork.
   *
   * @param cells one record for each cell whose premise held
   * @param broken the other cells, each with a sentence about its broken premise
   */
  record GroupFork(List<ForkRecord> cells, Map<Cell, String> broken) {
    public GroupFork {
      cells = List.copyOf(cells);
      // The order of Map.copyOf differs from JVM to JVM; saved files must not.
      broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
    }

    /** All records; fails if a premise broke. */
    List<ForkRecord> whole() {
      if (!broken.isEmpty()) {
        throw new ForkFailedException(broken.values().iterator().next());
      }
      return cells;
    }
  }
}
