package io.github.handshakecost.report;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures as tables show them: never without their spread, and as {@code ~} where the interval
 * contains no effect.
 */
final class Cells {
  /** A figure that there is not. */
  static final String ABSENT = "—";

  private static final String TOO_WIDE = "[over a factor of 100]";
  private static final String NONE = "~";

  private Cells() {}

  /** {@code 1,230 [1,200, 1,260]}. */
  static String estimate(double value, @Nullable Interval ci95) {
    return withSpread(NumberFormats.threeDigits(value), NumberFormats::threeDigits, ci95);
  }

  /** {@code 76.2 % [74.1 %, 78.0 %]}. */
  static String percent(double share, @Nullable Interval ci95) {
    return withSpread(percent(share), Cells::percent, ci95);
  }

  private static String percent(double share) {
    return NumberFormats.threeDigits(100 * share) + " %";
  }

  /** {@code 1,230}, or a dash for a figure that there is not. */
  static String known(@Nullable Double value) {
    return value == null ? ABSENT : NumberFormats.threeDigits(value);
  }

  static String mean(CellSummary cell) {
    return estimate(cell.mean(), cell.ci95());
  }

  /** {@code 3.05 [3.01, 3.10]}, or {@code ~ [0.98, 1.05]} where no difference was found. */
  static String ratio(Ratio ratio) {
    return ratio(ratio.ratio(), ratio.ci95());
  }

  static String ratio(double ratio, @Nullable Interval ci95) {
    return effect(ratio, ci95, 1);
  }

  /** The ratio to the pooled rung; empty for that one. */
  static String ratio(Ladder ladder, CellSummary rung) {
    return ladder.ratio(rung.policyLabel()).map(Cells::ratio).orElse("");
  }

  /** {@code 133 [129, 136]}, or {@code ~ [-25.3, 537]} where it may be nothing. */
  static String cost(Cost cost) {
    return cost(cost.byDifference(), cost.ci95());
  }

  static String cost(double cost, @Nullable Interval ci95) {
    return effect(cost, ci95, 0);
  }

  /** {@code 1.005 [0.992, 1.018]}: what should be 1. */
  static String thousandths(double value, @Nullable Interval ci95) {
    return withSpread(NumberFormats.thousandths(value), NumberFormats::thousandths, ci95);
  }

  /** Whether what should be true is; {@code unknown} where the interval leaves it open. */
  static String verdict(@Nullable Boolean holds) {
    if (holds == null) {
      return "unknown";
    }
    return holds ? "yes" : "NO";
  }

  private static String effect(double value, @Nullable Interval ci95, double none) {
    final boolean mayBeNone = ci95 != null && ci95.contains(none);
    return withSpread(
        mayBeNone ? NONE : NumberFormats.threeDigits(value), NumberFormats::threeDigits, ci95);
  }

  private static String withSpread(
      String value, DoubleFunction<String> figure, @Nullable Interval ci95) {
    if (ci95 == null) {
      return value + " [" + NumberFormats.TOO_FEW_ROUNDS + "]";
    }
    return value + " " + (ci95.tooWide() ? TOO_WIDE : NumberFormats.interval(ci95, figure));
  }
}
