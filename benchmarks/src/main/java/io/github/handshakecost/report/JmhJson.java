package io.github.handshakecost.report;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SecondaryMetric;
import io.github.handshakecost.stats.StudentT;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * {@code jmh.json} as JMH 1.37 writes it with {@code -rf json}, with the rounds as forks. {@code
 * scoreError} is the half width of a 99.9 % t-interval over the means of the forks, where JMH takes
 * all iterations of all forks for independent and is too sure of itself. {@code jvm} is {@code
 * java}: the path to it says nothing about a result and much about a machine.
 */
final class JmhJson {
  private static final List<Double> PERCENTILES =
      List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);

  /** JMH's default confidence ({@code Result.getScoreError}). */
  private static final double CONFIDENCE = 0.999;

  /** At rank (n + 1) p, as commons-math does for JMH. */
  private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF6);

  private static final String TIME_UNIT = "us/op";

  private JmhJson() {}

  /** Words say what is wrong with the run: a parameter {@code mark}, since viewers show those. */
  static String render(Run run, String words) {
    final Map<Cell, List<ForkRecord>> forks =
        run.forks().stream().collect(Collectors.groupingBy(ForkRecord::cell));
    return Json.pretty(
        run.measuredCells().stream()
            .map(cell -> entry(cell, forks.getOrDefault(cell, List.of()), words))
            .toList());
  }

  private static Map<String, Object> entry(Cell cell, List<ForkRecord> forks, String words) {
    final JmhFacts jmh = forks.get(0).jmh();
    final Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("jmhVersion", jmh.jmhVersion());
    entry.put("benchmark", jmh.benchmark());
    entry.put("mode", jmh.mode());
    entry.put("threads", jmh.threads());
    entry.put("forks", forks.size());
    entry.put("jvm", "java");
    entry.put("jvmArgs", jmh.jvmArgs());
    entry.put("jdkVersion", jmh.jdkVersion());
    entry.put("vmName", jmh.vmName());
    entry.put("vmVersion", jmh.vmVersion());
    entry.put("warmupIterations", jmh.warmupIterations());
    entry.put("warmupTime", time(jmh.warmupSeconds()));
    entry.put("warmupBatchSize", 1);
    entry.put("measurementIterations", jmh.measurementIterations());
    entry.put("measurementTime", time(jmh.measurementSeconds()));
    entry.put("measurementBatchSize", 1);
    entry.put("params", params(cell, words));
    entry.put("primaryMetric", metric(values(forks, IterationRecord::mean), TIME_UNIT));
    entry.put("secondaryMetrics", secondary(forks));
    return entry;
  }

  /** Without spaces, at which some viewers part them. */
  private static Map<String, String> params(Cell cell, String words) {
    final Map<String, String> params = new LinkedHashMap<>(cell.params());
    if (!words.isEmpty()) {
      params.put("mark", words.replace(", ", "+"));
    }
    return params;
  }

  private static List<List<Double>> values(
      List<ForkRecord> forks, ToDoubleFunction<IterationRecord> figure) {
    return forks.stream()
        .map(
            fork ->
                fork.measurement().iterations().stream()
                    .map(iteration -> figure.applyAsDouble(iteration))
                    .toList())
        .toList();
  }

  /** Totals of iterations include requests that JMH did not time, so requests are what divides. */
  private static Map<String, Object> secondary(List<ForkRecord> forks) {
    final ForkRecord any = forks.get(0);
    final double requests = any.cell().requestsPerOperation();
    final Map<String, Object> metrics = new LinkedHashMap<>();
    for (final SecondaryMetric each : SecondaryMetric.values()) {
      metrics.put(
          each.label(),
          metric(
              values(forks, it -> requests * each.total(it) / it.counts().requests()),
              each.unit()));
    }
    return metrics;
  }

  private static String time(double seconds) {
    return seconds == Math.rint(seconds)
        ? Math.round(seconds) + " s"
        : Math.round(1000 * seconds) + " ms";
  }

  /** Of scores by fork and iteration. */
  private static Map<String, Object> metric(List<List<Double>> forks, String unit) {
    final double[] means = forks.stream().mapToDouble(JmhJson::mean).toArray();
    final double score = Arrays.stream(means).average().orElseThrow();
    final double error = StudentT.halfWidth(means, CONFIDENCE);
    final Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("score", score);
    metric.put("scoreError", number(error));
    metric.put("scoreConfidence", List.of(number(score - error), number(score + error)));
    metric.put("scorePercentiles", percentiles(forks));
    metric.put("scoreUnit", unit);
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
