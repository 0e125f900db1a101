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
  private Verdict() {}

  /**
   * Whether every headline ratio that the plan allows (benchmark {@code request}, over {@code
   * pooled}) is known closely enough. A plan without such a ratio is judged by the means of its
   * cells.
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
    final List<Cell> candidates = headline(planned);
    if (candidates.isEmpty()) {
      return planned.stream().allMatch(cell -> meanIsKnown(index, bootstrap, cell, precision));
    }
    final Ratios ratios = new Ratios(index, bootstrap);
    return candidates.stream().map(ratios::of).allMatch(ratio -> isKnown(ratio, precision));
  }

  static List<Cell> headline(List<Cell> cells) {
    return Ratios.candidates(cells).stream()
        .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
        .toList();
  }

  private static boolean isKnown(Optional<Ratio> ratio, double precision) {
    return ratio.filter(known -> known.relativeHalfWidth() <= precision).isPresent();
  }

  private static boolean meanIsKnown(
      ForkIndex index, Bootstrap bootstrap, Cell cell, double precision) {
    final double[] means = index.forks(cell).stream().mapToDouble(ForkRecord::mean).toArray();
    final Interval interval = bootstrap.mean(means);
    return interval != null && interval.halfWidth() / Means.of(means) <= precision;
  }
}
