package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.run.Effort;
import io.github.handshakecost.run.Overrides;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Plans;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which plan, and what is changed in it. */
final class PlanOptions {
  private static final int MOST_ROUNDS = 1000;

  @Option(names = "--quick", description = "The headline, in at most 2 minutes on 2 cores.")
  private boolean quick;

  @Option(names = "--full", description = "Every axis; takes hours.")
  private boolean full;

  @Option(
      names = "-p",
      paramLabel = "AXIS=VALUE,...",
      description = {
        "Measures each cell of the plan with these values of an axis, as JMH's -p does.",
        "Axes: policy, protocol, rtt, client, body, key, serverTls, transport, placement."
      })
  private Map<String, String> params = new LinkedHashMap<>();

  @Option(
      names = "--benchmark",
      paramLabel = "NAME",
      description = "Only this benchmark of the plan: request or yearly-records.")
  private @Nullable String benchmark;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Just so many rounds, 1 to 1000 (default: until precise enough).")
  private @Nullable Integer rounds;

  @Option(
      names = "--time-budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Begin no round that would end later, e.g. 90s, 15m, 2h (default: the plan's, in"
              + " proportion where -p makes more cells of it).")
  private @Nullable Duration budget;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The longest that a fork may warm up before it measures, e.g. 20s.")
  private @Nullable Duration warmUp;

  @Option(
      names = "--precision",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description =
          "Stop once each headline ratio's 95 %% interval is +- so many percent, e.g. 5%%.")
  private @Nullable Double precision;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Of the order of cells and of the bootstrap (default: " + Plan.STANDARD_SEED + ").")
  private long seed = Plan.STANDARD_SEED;

  /**
   * @throws UsageException if the options contradict each other or a value is out of range
   */
  Plan plan() {
    if (quick && full) {
      throw new UsageException("--quick and --full contradict each other; give one of them");
    }
    final Plan named = (quick ? Plans.QUICK : full ? Plans.FULL : Plans.STANDARD).plan();
    final Plan turned = named.withCells(Overrides.apply(params, cells(named)));
    return turned.withEffort(effort(turned.effort())).withSeed(seed);
  }

  long seed() {
    return seed;
  }

  private List<Cell> cells(Plan named) {
    if (benchmark == null) {
      return named.cells();
    }
    final String label = Workload.of(benchmark).label();
    final List<Cell> cells =
        named.cells().stream().filter(cell -> cell.benchmark().equals(label)).toList();
    if (cells.isEmpty()) {
      throw new UsageException(
          "the %s plan has no %s; leave --quick out".formatted(named.name(), label));
    }
    return cells;
  }

  /** Axes whose values the user chose. */
  Set<String> chosen() {
    return params.keySet();
  }

  private Effort effort(Effort standard) {
    Effort effort = standard;
    if (rounds != null) {
      if (rounds < 1 || rounds > MOST_ROUNDS) {
        throw new UsageException(
            "--rounds %d is out of range; it goes from 1 to %d".formatted(rounds, MOST_ROUNDS));
      }
      effort = effort.withRounds(rounds);
    }
    if (warmUp != null) {
      effort = effort.withWarmUp(warmUp);
    }
    if (budget != null) {
      effort = effort.withBudget(budget);
    }
    return precision == null ? effort : effort.withPrecision(precision);
  }
}
