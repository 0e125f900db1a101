package io.github.handshakecost.report;

import io.github.handshakecost.stats.StudentT;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** The scores of a cell as JMH's JSON has them. */
final class JmhMetric {
  private static final List<Double> PERCENTILES =
      List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);

  /** JMH's default confidence ({@code Result.getScoreError}). */
  private static final double CONFIDENCE = 0.999;

  /** At rank (n + 1) p, as commons-math does for JMH. */
  private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF6);

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
    final double[] scores =
        forks.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
    final double[] found =
        QUANTILE.evaluate(scores, PERCENTILES.stream().mapToDouble(rank -> rank / 100).toArray());
    final Map<String, Double> percentiles = new LinkedHashMap<>();
    for (int i = 0; i < found.length; i++) {
      percentiles.put(PERCENTILES.get(i).toString(), found[i]);
    }
    return percentiles;
  }
}
