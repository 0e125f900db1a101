package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.RunManifest;
import java.nio.file.Path;
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

  /**
   * The plan that a run saved.
   *
   * @param run its directory
   * @throws UsageException if it is from before that was done
   */
  public static Plan of(RunManifest saved, Path run) {
    if (saved.effort() == null) {
      throw new UsageException(
          "%s was saved before runs could be continued, and does not tell how long its forks measured; measure anew"
              .formatted(run));
    }
    return new Plan(saved.plan(), saved.cells(), Effort.of(saved.effort()), saved.seed());
  }

  /**
   * Other cells with the same effort for each; a plan that was changed has no name of its own. More
   * cells have more time, so that a round more takes a round longer and not the last one away.
   */
  public Plan withCells(List<Cell> others) {
    final Effort wider =
        others.size() > cells.size()
            ? effort.withBudget(effort.budget().multipliedBy(others.size()).dividedBy(cells.size()))
            : effort;
    return new Plan(others.equals(cells) ? name : "custom", others, wider, seed);
  }

  public Plan withEffort(Effort other) {
    return new Plan(name, cells, other, seed);
  }

  public Plan withSeed(long other) {
    return new Plan(name, cells, effort, other);
  }
}
