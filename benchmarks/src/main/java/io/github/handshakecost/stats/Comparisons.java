package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.PerRequest;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.jspecify.annotations.Nullable;

/**
 * Two runs, cell by cell.
 *
 * @param threshold by which a cell may be slower, as a share
 * @param compared the cells of both runs, in the order of the base
 * @param ratios the ratios to {@code pooled} of both runs, in the same order
 */
public record Comparisons(
    double threshold,
    List<Comparison> compared,
    List<RatioComparison> ratios,
    List<Cell> onlyBase,
    List<Cell> onlyCandidate) {

  /** A policy that allows either handshake may lose a few sessions in a thousand. */
  private static final double COUNT_TOLERANCE = 0.002;

  /** A p value that cannot fall below this level says nothing. */
  private static final double P_LEVEL = 0.05;

  /** The change of a cell from the base to the candidate. */
  public enum Change {
    /** The interval of the ratio contains 1. */
    NONE("~"),
    FASTER("faster"),
    /** Significantly slower, but not significantly beyond the threshold. */
    SLOWER("slower"),
    /** The whole interval lies beyond the threshold. */
    REGRESSION("REGRESSION"),
    /** Another number of connections or handshakes: the runs did not measure the same. */
    COUNTS_CHANGED("COUNTS CHANGED"),
    /** One of the runs has too few rounds for an interval. */
    UNKNOWN("unknown");

    private final String label;

    Change(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    static Change of(@Nullable Interval ci95, double threshold) {
      if (ci95 == null) {
        return UNKNOWN;
      }
      if (ci95.contains(1)) {
        return NONE;
      }
      if (ci95.high() < 1) {
        return FASTER;
      }
      return ci95.low() > 1 + threshold ? REGRESSION : SLOWER;
    }
  }

  /** The answer for all cells together, from the worst to the best. */
  public enum Outcome {
    REGRESSION,
    /** No regression was found, but at least one cell may hide one. */
    UNDECIDED,
    IMPROVEMENT,
    NOTHING_FOUND
  }

  /** A number per request that changed. */
  public record CountChange(String name, double base, double candidate) {}

  /**
   * One cell in two runs.
   *
   * @param ratio mean time of the candidate over that of the base
   * @param ci95 of the ratio, by bootstrap over the rounds of both runs; absent if one of them has
   *     too few rounds
   * @param p of Mann and Whitney's test; absent if it cannot fall below 0.05 with so few rounds
   */
  public record Comparison(
      CellSummary base,
      CellSummary candidate,
      double ratio,
      @Nullable Interval ci95,
      @Nullable Double p,
      List<CountChange> counts,
      Change change) {

    public Cell cell() {
      return base.cell();
    }

    /** The least p value that the test can give, for rounds that do not overlap. */
    public double leastP() {
      return Comparisons.leastP(base.rounds(), candidate.rounds());
    }
  }

  /**
   * The ratio of one policy to {@code pooled} in two runs. A machine that is slower in one run
   * changes both times of a ratio, so ratios compare the policies and not the machines.
   *
   * @param cell of the policy that is not pooled
   * @param ci95 of candidate / base, by bootstrap over the rounds of both runs; absent if one of
   *     them has too few rounds
   */
  public record RatioComparison(Cell cell, double base, double candidate, @Nullable Interval ci95) {
    /** {@code candidate / base}. */
    public double ratio() {
      return candidate / base;
    }

    /** {@code ~} if the interval contains 1, otherwise the direction. */
    public String label() {
      if (ci95 == null) {
        return Change.UNKNOWN.label();
      }
      return ci95.contains(1) ? Change.NONE.label() : ci95.high() < 1 ? "lower" : "higher";
    }
  }

  /** The bootstrap takes the seed of the base, so that the same runs give the same result. */
  public static Comparisons of(
      Run base, Summary before, Run candidate, Summary after, double threshold) {
    final ForkIndex baseForks = new ForkIndex(base.forks());
    final ForkIndex candidateForks = new ForkIndex(candidate.forks());
    final Bootstrap bootstrap = new Bootstrap(base.manifest().seed());
    final Map<Cell, CellSummary> baseCells = byCell(before);
    final Map<Cell, CellSummary> candidateCells = byCell(after);
    final List<Comparison> compared = new ArrayList<>();
    baseCells.forEach(
        (cell, old) -> {
          final CellSummary now = candidateCells.get(cell);
          if (now != null) {
            final double[] oldMeans = ForkFigures.means(baseForks.forks(cell));
            final double[] newMeans = ForkFigures.means(candidateForks.forks(cell));
            final Interval ci95 = bootstrap.independentRatio(newMeans, oldMeans);
            final double leastP = leastP(old.rounds(), now.rounds());
            final List<CountChange> counts = changes(old.perRequest(), now.perRequest());
            compared.add(
                new Comparison(
                    old,
                    now,
                    now.mean() / old.mean(),
                    ci95,
                    ci95 == null || leastP > P_LEVEL
                        ? null
                        : Math.max(leastP, pValue(oldMeans, newMeans)),
                    counts,
                    counts.isEmpty() ? Change.of(ci95, threshold) : Change.COUNTS_CHANGED));
          }
        });
    return new Comparisons(
        threshold,
        compared,
        ratios(
            compared.stream().map(Comparison::cell).toList(), baseForks, candidateForks, bootstrap),
        baseCells.keySet().stream().filter(cell -> !candidateCells.containsKey(cell)).toList(),
        candidateCells.keySet().stream().filter(cell -> !baseCells.containsKey(cell)).toList());
  }

  private static List<RatioComparison> ratios(
      List<Cell> cells, ForkIndex base, ForkIndex candidate, Bootstrap bootstrap) {
    final List<RatioComparison> ratios = new ArrayList<>();
    for (final Cell cell : Ratios.candidates(cells)) {
      final Bootstrap.Paired before = Ratios.paired(base, cell);
      final Bootstrap.Paired after = Ratios.paired(candidate, cell);
      if (before.rounds() > 0 && after.rounds() > 0) {
        ratios.add(
            new RatioComparison(
                cell, before.ratio(), after.ratio(), bootstrap.independentRatio(after, before)));
      }
    }
    return List.copyOf(ratios);
  }

  private static Map<Cell, CellSummary> byCell(Summary summary) {
    final Map<Cell, CellSummary> cells = new LinkedHashMap<>();
    summary.cells().forEach(cell -> cells.put(cell.cell(), cell));
    return cells;
  }

  private static List<CountChange> changes(PerRequest base, PerRequest candidate) {
    return Stream.of(
            new CountChange("connections", base.connections(), candidate.connections()),
            new CountChange("full handshakes", base.handshakesFull(), candidate.handshakesFull()),
            new CountChange(
                "resumed handshakes", base.handshakesResumed(), candidate.handshakesResumed()))
        .filter(count -> Math.abs(count.candidate() - count.base()) > COUNT_TOLERANCE)
        .toList();
  }

  /**
   * The two-sided p value of Mann and Whitney's rank test. It is exact with fewer than 50 values on
   * each side and none twice, otherwise by the normal approximation with corrections for ties and
   * continuity.
   */
  static double pValue(double[] left, double[] right) {
    final double p = MannWhitneyUTest.withDefaults().test(left, right).getPValue();
    // Without any spread the test divides by zero.
    return Double.isNaN(p) ? 1 : p;
  }

  private static double leastP(int baseRounds, int candidateRounds) {
    double orders = 1;
    for (int i = 1; i <= baseRounds; i++) {
      orders *= (double) (candidateRounds + i) / i;
    }
    return Math.min(1, 2 / orders);
  }

  public long count(Change change) {
    return compared.stream().filter(each -> each.change() == change).count();
  }

  /** Cells that make {@code compare} fail. */
  public long failures() {
    return count(Change.REGRESSION) + count(Change.COUNTS_CHANGED);
  }

  /** Cells whose interval does not exclude a regression, or that have none. */
  public long undecided() {
    return count(Change.UNKNOWN)
        + compared.stream()
            .filter(each -> each.change() == Change.NONE || each.change() == Change.SLOWER)
            .filter(each -> each.ci95() != null && each.ci95().high() > 1 + threshold)
            .count();
  }

  public Outcome outcome() {
    if (failures() > 0) {
      return Outcome.REGRESSION;
    }
    if (undecided() > 0) {
      return Outcome.UNDECIDED;
    }
    return count(Change.FASTER) > 0 ? Outcome.IMPROVEMENT : Outcome.NOTHING_FOUND;
  }
}
