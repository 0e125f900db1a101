package io.github.handshakecost.report;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.stats.Figures;
import org.jspecify.annotations.Nullable;

/** Figures as tables show them: never without their spread. */
final class Cells {
  private Cells() {}

  /** {@code 1,230 [1,200, 1,260]}. */
  static String estimate(double value, @Nullable Interval ci95) {
    return Figures.three(value) + " " + (ci95 == null ? "[one round]" : Figures.interval(ci95));
  }

  /** {@code 3.05 times [3.01, 3.10]}. */
  static String times(Ratio ratio) {
    return Figures.three(ratio.ratio())
        + " times "
        + (ratio.ci95() == null ? "(one round, no interval)" : Figures.interval(ratio.ci95()));
  }

  /** A ratio with its interval, or {@code ~} where no difference was found. */
  static String ratio(Ratio ratio) {
    return ratio.mayBeNone() ? "~" : estimate(ratio.ratio(), ratio.ci95());
  }
}
