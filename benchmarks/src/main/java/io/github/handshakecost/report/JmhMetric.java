package io.github.handshakecost.report;

import io.github.handshakecost.stats.StudentT;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of a cell as JMH's JSON has them. */
final class JmhMetric {
  private static final List<Double> PERCENTILES =
      List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);

  /** JMH's default confidence ({@code Result.getScoreError}). */
  private static final double CONFIDENCE = 0.999;

  private JmhMetric() {}

  /**
   * The metric of a cell.
   *
   * @param forks scores in microseconds, by fork and iteration
   */
  static Map<String, Object> of(List<List<Double>> forks) {
    final double[] means = forks.stream().mapToDouble(JmhMetric::mean).toArray();
    final double score = Arrays.stream(means).average().orElseThrow();
    final double error = StudentT.halfWidth(means, CONFIDENCE);
    final Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("score", score);
    metric.put("scoreError", number(error));
    metric.put("scoreConfidence", List.of(number(score - error), number(score + error)));
    metric.put("scorePercentiles", percentiles(forks));
    metric.put("scoreUnit", "us/op");
    metric.put("rawData", forks);
    return metric;
  }

  private static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** JMH writes what is no number as text. */
  private static Object number(double value) {
    return Double.isNaN(value) ? "NaN" : (Object) value;
  }

  private static Map<String, Double> percentiles(List<List<Double>> forks) {
    final double[] sorted =
        forks.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).sorted().toArray();
    final Map<String, Double> percentiles = new LinkedHashMap<>();
    PERCENTILES.forEach(rank -> percentiles.put(rank.toString(), percentile(sorted, rank)));
    return percentiles;
  }

  /** Interpolated at rank (n + 1) p, as commons-math does for JMH. */
  private static double percentile(double[] sorted, double rank) {
    final double position = rank / 100 * (sorted.length + 1);
    final int below = (int) Math.floor(position);
    if (below < 1) {
      return sorted[0];
    }
    if (below >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    return sorted[below - 1] + (position - below) * (sorted[below] - sorted[below - 1]);
  }
}
