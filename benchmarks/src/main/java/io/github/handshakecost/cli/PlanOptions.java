package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.Overrides;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Plans;
import io.github.handshakecost.run.TimeBudget;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose a plan and change it. */
final class PlanOptions {
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 1000;

  /** An estimate may be wrong by a factor of two. */
  private static final int MARGIN = 2;

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "Measure a named plan, e.g. tls; -l describes them. -p narrows it.")
  private @Nullable String name;

  @Option(
      names = "--quick",
      description = "Same as --plan quick: about 2 minutes on 2 cores, 6 on a slow machine.")
  private boolean quick;

  @Option(
      names = "--full",
      description = "Same as --plan full: every axis of warm JVMs; takes hours.")
  private boolean full;

  @Option(
      names = "--cold",
      description =
          "Same as --plan cold: the first requests of new JVMs, as a script or a function sends"
              + " them; at most 15 minutes.")
  private boolean cold;

  @Option(
      names = "-p",
      paramLabel = "AXIS=VALUE,...",
      description = {
        "Measure only these values of an axis. Several -p for one axis add up.",
        "An axis that is not named keeps the values of the plan.",
        "If a value is new to the plan, its main cells are measured with these values.",
        "Combinations that make no sense are left out; --dry-run shows the cells.",
        "-lp lists the axes and their values."
      })
  private List<String> params = List.of();

  @Option(
      names = "--benchmark",
      paramLabel = "NAME",
      description =
          "Measure only this benchmark: request or yearly-records (default: those of the plan; with"
              + " -p and no plan, request).")
  private @Nullable String benchmark;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      converter = Converters.Rounds.class,
      description = "Run exactly N rounds, 3 to 1000 (default: until precise enough).")
  private @Nullable Integer rounds;

  @Option(
      names = "--time-budget",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      description =
          "Start no round that would end later, e.g. 90s, 15m, 2h (default: the plan's time"
              + " budget).")
  private @Nullable Duration budget;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      description = "Limit the warm-up of each fork, e.g. 20s.")
  private @Nullable Duration warmUp;

  @Option(
      names = "--precision",
      paramLabel = "PERCENT",
      converter = Converters.Percent.class,
      description =
          "Stop when the 95 %% interval of each headline ratio is within this percentage, e.g. 5%%.")
  private @Nullable Double precision;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed for the cell order and the bootstrap (default: " + Plan.STANDARD_SEED + ").")
  private long seed = Plan.STANDARD_SEED;

  /**
   * @throws UsageException if the options contradict each other or a value is out of range
   */
  Plan plan() {
    final Plan named = named().plan();
    final Plan plan =
        named.withCells(cells(named)).withEffort(effort(named.effort())).withSeed(seed);
    if (plan.cold() && warmUp != null) {
      throw new UsageException(
          "a new JVM is not warmed up, so --warm-up is not allowed; leave it out");
    }
    if (budget != null) {
      requireTimeForRounds(plan, budget);
    }
    return plan;
  }

  private Plans named() {
    final List<String> given = given();
    if (given.size() > 1) {
      throw new UsageException(
          "%s contradict each other; give one of them".formatted(String.join(" and ", given)));
    }
    if (name != null) {
      return Plans.named(name);
    }
    if (cold || (given.isEmpty() && chosen().contains(Axes.NTH.name()))) {
      return Plans.COLD;
    }
    return quick ? Plans.QUICK : full ? Plans.FULL : Plans.STANDARD;
  }

  /** The options that name a plan. */
  private List<String> given() {
    final List<String> given = new ArrayList<>();
    if (name != null) {
      given.add("--plan " + name);
    }
    if (quick) {
      given.add("--quick");
    }
    if (full) {
      given.add("--full");
    }
    if (cold) {
      given.add("--cold");
    }
    return given;
  }

  long seed() {
    return seed;
  }

  private List<Cell> cells(Plan named) {
    final Workload workload = benchmark == null ? Workload.REQUEST : Workload.of(benchmark);
    final String label = workload.label();
    final List<Cell> cells =
        named.cells().stream()
            .filter(cell -> benchmark == null || cell.benchmark().equals(label))
            .toList();
    final Overrides overrides = Overrides.parse(params);
    if (!overrides.values().isEmpty()) {
      final List<Cell> narrowed = given().isEmpty() ? List.of() : overrides.narrow(cells);
      return narrowed.isEmpty() ? overrides.apply(named.cells(), workload) : narrowed;
    }
    if (cells.isEmpty()) {
      throw new UsageException(
          "the %s plan has no %s; omit %s"
              .formatted(named.name(), label, String.join(" ", given())));
    }
    return cells;
  }

  /** Axes whose values the user chose. */
  Set<String> chosen() {
    return Overrides.parse(params).values().keySet();
  }

  private Effort effort(Effort standard) {
    Effort effort = standard;
    if (rounds != null) {
      if (rounds < LEAST_ROUNDS || rounds > MOST_ROUNDS) {
        throw new UsageException(
            "--rounds %d is out of range; give %d to %d, since an interval needs %d rounds"
                .formatted(rounds, LEAST_ROUNDS, MOST_ROUNDS, LEAST_ROUNDS));
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

  private static void requireTimeForRounds(Plan plan, Duration budget) {
    final Group first = Group.of(plan.cells()).get(0);
    final Duration estimate = TimeBudget.guess(plan.effort(), first).multipliedBy(LEAST_ROUNDS);
    final Duration least = estimate.dividedBy(MARGIN);
    if (budget.compareTo(least) < 0) {
      throw new UsageException(
          "--time-budget %s is too short: %d rounds of %s (%s) take about %s; give at least %ds, or name fewer cells with -p"
              .formatted(
                  NumberFormats.time(budget),
                  LEAST_ROUNDS,
                  NumberFormats.counted(first.cells().size(), "cell"),
                  first.label(),
                  NumberFormats.time(estimate),
                  least.plusMillis(999).toSeconds()));
    }
  }
}
