package io.github.handshakecost.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;

/**
 * Finds how many typical times a distribution has. Two mean that two different things were
 * measured, and then a mean describes neither.
 *
 * <p>A mode is a peak of the smoothed histogram over the logarithm of time that holds at least a
 * tenth of the operations, lies a factor of 1.3 or more from the next, and is parted from it by a
 * valley lower than half the lower of the two. A long tail is no mode.
 */
public final class Modes {
  private static final double LEAST_MASS = 0.1;
  private static final double LEAST_DISTANCE = Math.log(1.3);
  private static final double DEEPEST_BRIDGE = 0.5;

  private Modes() {}

  /**
   * Centres of the modes, ascending.
   *
   * @param counts time in microseconds, above 0, to operations that took it
   * @return empty only for an empty sample
   */
  public static List<Double> centres(NavigableMap<Double, Long> counts) {
    if (counts.isEmpty()) {
      return List.of();
    }
    final LogDensity density = LogDensity.of(counts);
    final List<Hill> hills = hills(density);
    while (mergeAtHighestBridge(hills, density) || mergeLightest(hills, density)) {
      // Each merger may make another due.
    }
    return hills.stream().map(hill -> density.value(hill.peak())).toList();
  }

  /** Parts the density at its local minima. */
  private static List<Hill> hills(LogDensity density) {
    final List<Hill> hills = new ArrayList<>();
    int from = 0;
    int peak = 0;
    boolean falling = false;
    for (int i = 1; i < density.size(); i++) {
      if (falling && density.at(i) > density.at(i - 1)) {
        hills.add(new Hill(from, peak, i));
        from = i;
        peak = i;
        falling = false;
      } else if (density.at(i) < density.at(i - 1)) {
        falling = true;
      }
      peak = density.at(i) > density.at(peak) ? i : peak;
    }
    hills.add(new Hill(from, peak, density.size()));
    return hills;
  }

  private static boolean mergeAtHighestBridge(List<Hill> hills, LogDensity density) {
    int highest = -1;
    double bridge = 0;
    for (int i = 0; i + 1 < hills.size(); i++) {
      final double here = bridge(hills.get(i), hills.get(i + 1), density);
      if (here > bridge) {
        bridge = here;
        highest = i;
      }
    }
    if (bridge < DEEPEST_BRIDGE) {
      return false;
    }
    merge(hills, highest, density);
    return true;
  }

  /** Height of the valley over the lower peak; 1 where the peaks are too near to be two. */
  private static double bridge(Hill left, Hill right, LogDensity density) {
    if (density.distance(left.peak(), right.peak()) < LEAST_DISTANCE) {
      return 1;
    }
    final double valley = Math.min(density.at(right.from()), density.at(right.from() - 1));
    return valley / Math.min(density.at(left.peak()), density.at(right.peak()));
  }

  private static boolean mergeLightest(List<Hill> hills, LogDensity density) {
    final Hill lightest =
        hills.stream().min(Comparator.comparingDouble(density::mass)).orElseThrow();
    if (hills.size() == 1 || density.mass(lightest) >= LEAST_MASS) {
      return false;
    }
    final int index = hills.indexOf(lightest);
    final double left = index == 0 ? -1 : bridge(hills.get(index - 1), lightest, density);
    final double right =
        index == hills.size() - 1 ? -1 : bridge(lightest, hills.get(index + 1), density);
    merge(hills, left >= right ? index - 1 : index, density);
    return true;
  }

  private static void merge(List<Hill> hills, int left, LogDensity density) {
    final Hill right = hills.remove(left + 1);
    final Hill low = hills.get(left);
    final int peak = density.at(right.peak()) > density.at(low.peak()) ? right.peak() : low.peak();
    hills.set(left, new Hill(low.from(), peak, right.to()));
  }

  /** Bins from {@code from} to before {@code to}, and the highest of them. */
  record Hill(int from, int peak, int to) {}
}
