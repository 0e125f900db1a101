package io.github.handshakecost.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a curve that has become flat from one that still falls: the later half of its last windows
 * is no faster than the earlier half, but for a small share.
 */
final class Settling {
  /** Windows that are looked at, half of them against the other half. */
  static final int WINDOWS = 30;

  /** Above this share of the time the JIT compiler has much left to do, over all its threads. */
  static final double BUSY_COMPILER = 0.5;

  /** Below this share of the time it has little left to do. */
  static final double QUIET_COMPILER = 0.2;

  /** Below this share of change between the halves, a curve counts as flat. */
  static final double FLAT = 0.02;

  private Settling() {}

  /**
   * Fewer requests than this have not been compiled, however flat their curve: HotSpot's second
   * compiler waits for 5,000 calls of a method that does not loop (its {@code
   * Tier4InvocationThreshold}) or for fewer with more work in them, and a request calls much of its
   * code once.
   */
  static final long LEAST_REQUESTS = 4_000;

  /**
   * Whether an arm has settled: its cost, and its cost beside that of all arms. A machine that
   * becomes slower hides a falling cost in the first, and not in the second.
   *
   * @param micros cost of an operation by window, in order
   * @param all the geometric mean of all arms, window by window
   * @param requests in all windows
   */
  static boolean settled(List<Double> micros, List<Double> all, long requests) {
    if (micros.size() < WINDOWS || requests < LEAST_REQUESTS) {
      return false;
    }
    final List<Double> beside = new ArrayList<>();
    for (int i = micros.size() - WINDOWS; i < micros.size(); i++) {
      beside.add(micros.get(i) / all.get(i));
    }
    return isFlat(micros.subList(micros.size() - WINDOWS, micros.size())) && isFlat(beside);
  }

  private static boolean isFlat(List<Double> tail) {
    final double earlier = median(tail.subList(0, WINDOWS / 2));
    final double later = median(tail.subList(WINDOWS / 2, WINDOWS));
    return later > earlier * (1 - FLAT);
  }

  private static double median(List<Double> values) {
    final double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    final int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
