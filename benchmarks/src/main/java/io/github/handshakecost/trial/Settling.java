package io.github.handshakecost.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a curve that has become flat from one that still falls: the later half of its last windows
 * is no faster than the earlier half, but for a small share.
 */
final class Settling {
  /** The fewest windows that a decision compares, the later half with the earlier half. */
  static final int WINDOWS = 30;

  /**
   * Windows of all arms that a decision compares. A JVM with one arm passes 30 of them in 1.5 s,
   * which is short enough for a pause of the JIT compiler to look like steady state.
   */
  private static final int WINDOWS_OF_ALL = 120;

  /** Above this share of the time the JIT compiler has much left to do, over all its threads. */
  static final double BUSY_COMPILER = 0.5;

  /** Below this share of the time it has little left to do. */
  static final double QUIET_COMPILER = 0.2;

  /** Below this share of change between the halves, a curve counts as flat. */
  static final double FLAT = 0.02;

  private Settling() {}

  /**
   * With fewer requests the code has not been compiled, however flat its curve. HotSpot's second
   * compiler takes a method without loops after 5,000 calls (its {@code Tier4InvocationThreshold}),
   * and a request calls much of its code once. The rest leaves it time to compile.
   */
  static final long LEAST_REQUESTS = 6_000;

  /** How many windows of each arm a decision compares. */
  static int windows(int arms) {
    return Math.max(WINDOWS, WINDOWS_OF_ALL / arms);
  }

  /**
   * Whether an arm has settled: its cost, and its cost beside that of all arms. A machine that
   * becomes slower hides a falling cost in the first, and not in the second.
   *
   * @param micros cost of an operation by window, in order
   * @param all the geometric mean of all arms, window by window
   * @param windows that count, the latest
   */
  static boolean settled(List<Double> micros, List<Double> all, int windows) {
    if (micros.size() < windows) {
      return false;
    }
    final List<Double> beside = new ArrayList<>();
    for (int i = micros.size() - windows; i < micros.size(); i++) {
      beside.add(micros.get(i) / all.get(i));
    }
    return isFlat(micros.subList(micros.size() - windows, micros.size())) && isFlat(beside);
  }

  private static boolean isFlat(List<Double> tail) {
    final double earlier = median(tail.subList(0, tail.size() / 2));
    final double later = median(tail.subList(tail.size() / 2, tail.size()));
    return later > earlier * (1 - FLAT);
  }

  private static double median(List<Double> values) {
    final double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    final int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
