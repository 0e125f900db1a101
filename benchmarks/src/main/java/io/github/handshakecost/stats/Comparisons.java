package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import java.util.List;

/**
 * Two runs, cell by cell.
 *
 * @param threshold how much slower is put up with, as a share
 * @param compared in the order of the base
 * @param onlyBase cells that the candidate has not
 * @param onlyCandidate cells that the base has not
 */
public record Comparisons(
    double threshold, List<Comparison> compared, List<Cell> onlyBase, List<Cell> onlyCandidate) {

  public Comparisons {
    compared = List.copyOf(compared);
    onlyBase = List.copyOf(onlyBase);
    onlyCandidate = List.copyOf(onlyCandidate);
  }

  /** The same for the same runs, always: the bootstrap takes the seed of the base. */
  public static Comparisons of(Run base, Run candidate, double threshold) {
    final List<Cell> before = base.measuredCells();
    final List<Cell> after = candidate.measuredCells();
    final Sides sides = new Sides(base, candidate);
    return new Comparisons(
        threshold,
        before.stream()
            .filter(after::contains)
            .map(cell -> sides.compare(cell, threshold))
            .toList(),
        before.stream().filter(cell -> !after.contains(cell)).toList(),
        after.stream().filter(cell -> !before.contains(cell)).toList());
  }

  public long count(Change change) {
    return compared.stream().filter(each -> each.change() == change).count();
  }

  /** Cells without a difference whose interval reaches beyond what is put up with. */
  public long open() {
    return compared.stream()
        .filter(each -> each.change() == Change.NONE)
        .filter(each -> each.ci95() != null && each.ci95().high() > 1 + threshold)
        .count();
  }

  /** Cells on which a gate closes. */
  public long failures() {
    return compared.stream().filter(each -> each.change().fails()).count();
  }

  /** Both runs, ready to be asked for a cell. */
  private static final class Sides {
    private final ForkIndex base;
    private final ForkIndex candidate;
    private final Bootstrap bootstrap;
    private final CellSummaries old;
    private final CellSummaries now;

    Sides(Run base, Run candidate) {
      this.base = new ForkIndex(base.forks());
      this.candidate = new ForkIndex(candidate.forks());
      bootstrap = new Bootstrap(base.manifest().seed());
      old = summaries(base, this.base);
      now = summaries(candidate, this.candidate);
    }

    private CellSummaries summaries(Run run, ForkIndex index) {
      return new CellSummaries(index, bootstrap, new Findings(run.measuredCells(), index));
    }

    Comparison compare(Cell cell, double threshold) {
      final double[] before = means(base, cell);
      final double[] after = means(candidate, cell);
      final Interval ci95 = bootstrap.independentRatio(after, before);
      final CellSummary then = old.of(cell);
      final CellSummary here = now.of(cell);
      final List<CountChange> counts = CountChange.between(then.perRequest(), here.perRequest());
      return new Comparison(
          then,
          here,
          here.mean() / then.mean(),
          ci95,
          ci95 == null ? null : RankTest.pValue(after, before),
          counts,
          counts.isEmpty() ? Change.of(ci95, threshold) : Change.COUNTS_CHANGED);
    }

    private static double[] means(ForkIndex index, Cell cell) {
      return index.forks(cell).stream().mapToDouble(ForkRecord::mean).toArray();
    }
  }
}
