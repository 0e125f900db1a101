package io.github.handshakecost.stats;

import java.util.Arrays;
import java.util.NavigableMap;

/** A histogram over the logarithm of time, smoothed with a Gaussian kernel. */
final class LogDensity {
  private static final double BIN = 0.01;

  /** In natural logarithms: times within some per cent are the same time. */
  private static final double LEAST_BANDWIDTH = 0.04;

  /** Width of the densest quarter of a normal distribution, in standard deviations. */
  private static final double NORMAL_QUARTER = 0.6373;

  private final double lowest;
  private final double[] counts;
  private final double[] smoothed;
  private final double total;

  private LogDensity(double lowest, double[] counts, double bandwidth) {
    this.lowest = lowest;
    this.counts = counts;
    this.smoothed = smooth(counts, bandwidth / BIN);
    double sum = 0;
    for (final double count : counts) {
      sum += count;
    }
    this.total = sum;
  }

  static LogDensity of(NavigableMap<Double, Long> sample) {
    final double bandwidth = bandwidth(sample);
    final double margin = 4 * bandwidth;
    final double lowest = Math.log(sample.firstKey()) - margin;
    final int bins = 1 + (int) ((Math.log(sample.lastKey()) + margin - lowest) / BIN);
    final double[] counts = new double[bins];
    sample.forEach((value, count) -> counts[(int) ((Math.log(value) - lowest) / BIN)] += count);
    return new LogDensity(lowest, counts, bandwidth);
  }

  int size() {
    return smoothed.length;
  }

  double at(int bin) {
    return smoothed[bin];
  }

  /** Time at the middle of a bin. */
  double value(int bin) {
    return Math.exp(lowest + (bin + 0.5) * BIN);
  }

  double distance(int left, int right) {
    return (right - left) * BIN;
  }

  /** Share of the operations. */
  double mass(Modes.Hill hill) {
    double sum = 0;
    for (int i = hill.from(); i < hill.to(); i++) {
      sum += counts[i];
    }
    return sum / total;
  }

  /**
   * Silverman's rule of thumb, with the spread of the densest quarter of the operations: neither a
   * tail nor the distance between modes moves that.
   */
  private static double bandwidth(NavigableMap<Double, Long> sample) {
    final double[] times = sample.keySet().stream().mapToDouble(Math::log).toArray();
    final long[] counts = sample.values().stream().mapToLong(Long::longValue).toArray();
    final double n = Arrays.stream(counts).sum();
    double densest = Double.POSITIVE_INFINITY;
    double held = 0;
    int from = 0;
    for (int to = 0; to < times.length; to++) {
      held += counts[to];
      while (held - counts[from] >= n / 4) {
        held -= counts[from];
        from++;
      }
      densest = held >= n / 4 ? Math.min(densest, times[to] - times[from]) : densest;
    }
    return Math.max(LEAST_BANDWIDTH, 0.9 * densest / NORMAL_QUARTER * Math.pow(n, -0.2));
  }

  private static double[] smooth(double[] counts, double width) {
    final int reach = (int) Math.ceil(4 * width);
    final double[] smoothed = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        continue;
      }
      for (int j = Math.max(0, i - reach); j <= Math.min(counts.length - 1, i + reach); j++) {
        smoothed[j] += counts[i] * Math.exp(-0.5 * Math.pow((j - i) / width, 2));
      }
    }
    return smoothed;
  }
}
