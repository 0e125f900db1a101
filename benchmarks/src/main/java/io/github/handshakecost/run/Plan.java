package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.RunManifest;
import java.time.Duration;
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

  /** The plan that a run saved. */
  public static Plan of(RunManifest saved) {
    return new Plan(saved.plan(), saved.cells(), Effort.of(saved.effort()), saved.seed());
  }

  /** What the forks of a round measure: one fork for each group. */
  public List<Group> groups() {
    return Group.of(cells);
  }

  /** How long a fork of a group will take, roughly. */
  public Duration guess(Group group) {
    return effort.guess(group);
  }

  /** How long a round will take, roughly. */
  public Duration guess() {
    return groups().stream().map(this::guess).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Other cells with the same effort and the same time budget. A plan that was changed has no name
   * of its own.
   */
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
