package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import java.util.List;

/**
 * What a run measures, and with how much effort.
 *
 * @param cells in the order of the report
 * @param seed of the order of cells in each round, and of the bootstrap
 */
public record Plan(String name, List<Cell> cells, Effort effort, long seed) {
  /** The seed where none is given: results can be had again. */
  public static final long STANDARD_SEED = 20_151_025;

  public Plan {
    cells = List.copyOf(cells);
  }

  /** Other cells with the same effort; a plan that was changed has no name of its own. */
  public Plan withCells(List<Cell> others) {
    return new Plan(others.equals(cells) ? name : "custom", others, effort, seed);
  }

  public Plan withEffort(Effort other) {
    return new Plan(name, cells, other, seed);
  }

  public Plan withSeed(long other) {
    return new Plan(name, cells, effort, other);
  }
}
