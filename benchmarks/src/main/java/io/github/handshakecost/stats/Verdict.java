package io.github.handshakecost.stats;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Ratio;
import java.util.List;
import java.util.Optional;

/** Whether a run knows what it set out to know: the stopping rule of the rounds. */
public final class Verdict {
  private final ForkIndex index;
  private final Bootstrap bootstrap;
  private final Ratios ratios;

  Verdict(ForkIndex index, Bootstrap bootstrap, Ratios ratios) {
    this.index = index;
    this.bootstrap = bootstrap;
    this.ratios = ratios;
  }

  /**
   * Whether every headline ratio that the plan allows is known closely enough: those over {@code
   * pooled} of benchmark {@code request}, or of whole loops in a plan of nothing else. A plan
   * without such a ratio is judged by the means of its cells.
   *
   * @param planned the cells of the plan, measured or not
   * @param forks finished so far
   * @param precision greatest half width of a 95 % interval, as a share of the estimate
   * @param seed of the bootstrap; the manifest's, so that scheduler and report agree
   */
  public static boolean conclusive(
      List<Cell> planned, List<ForkRecord> forks, double precision, long seed) {
    final ForkIndex index = new ForkIndex(forks);
    final Bootstrap bootstrap = new Bootstrap(seed);
    return new Verdict(index, bootstrap, new Ratios(index, bootstrap))
        .conclusive(planned, precision);
  }

  boolean conclusive(List<Cell> planned, double precision) {
    final List<Cell> candidates = headline(planned);
    return candidates.isEmpty()
        ? planned.stream().allMatch(cell -> meanIsKnown(cell, precision))
        : candidates.stream().map(ratios::of).allMatch(ratio -> isKnown(ratio, precision));
  }

  private static List<Cell> headline(List<Cell> cells) {
    final List<Cell> all = Ratios.candidates(cells);
    final List<Cell> requests =
        all.stream().filter(cell -> cell.benchmark().equals(AxisNames.REQUEST)).toList();
    return requests.isEmpty() ? all : requests;
  }

  private static boolean isKnown(Optional<Ratio> ratio, double precision) {
    return ratio.filter(known -> known.relativeHalfWidth() <= precision).isPresent();
  }

  private boolean meanIsKnown(Cell cell, double precision) {
    final double[] means = index.forks(cell).stream().mapToDouble(ForkRecord::mean).toArray();
    final Interval interval = bootstrap.mean(means);
    return interval != null && interval.halfWidth() / Means.of(means) <= precision;
  }
}
