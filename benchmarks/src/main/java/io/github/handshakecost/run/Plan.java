package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The cells of a run, and the effort to spend on them.
 *
 * @param cells in the order of the report
 * @param seed for the order of cells and the bootstrap
 */
public record Plan(String name, List<Cell> cells, Effort effort, long seed) {
  public static final long STANDARD_SEED = 20_151_025;

  public Plan {
    cells = List.copyOf(cells);
    if (cells.stream().map(Cell::cold).distinct().count() > 1) {
      throw new UsageException(
          "a plan measures warm JVMs or new ones, not both; measure the cells with nth in a run of their own");
    }
  }

  /** Whether it measures new JVMs. */
  public boolean cold() {
    return cells.stream().anyMatch(Cell::cold);
  }

  /** The plan of a saved run. */
  public static Plan of(RunManifest saved) {
    return new Plan(saved.plan(), saved.cells(), saved.effort(), saved.seed());
  }

  /**
   * The manifest of a run that starts now.
   *
   * @param jmhArguments options for JMH
   */
  public RunManifest manifest(
      BuildCommit build, Instant now, List<Warning> warnings, List<String> jmhArguments) {
    final List<Warning> all = new ArrayList<>(warnings);
    if (!build.known()) {
      all.add(
          new Warning(
              "the build did not know its commit, so the measured code is unknown",
              "build from a clone of the repository and measure again"));
    }
    return new RunManifest(
        RunManifest.SCHEMA,
        UUID.randomUUID().toString(),
        name,
        cells,
        seed,
        effort.precision(),
        effort.budget().toSeconds(),
        build.commit(),
        build.dirty(),
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        null,
        all,
        End.RUNNING,
        null,
        effort,
        jmhArguments,
        null);
  }

  /** A rough guess of the duration of a round. */
  public Duration guess() {
    return Group.of(cells).stream()
        .map(group -> TimeBudget.guess(effort, group))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** A plan with other cells is called {@code custom}; it keeps its effort and time budget. */
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
