package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import java.util.Comparator;
import java.util.List;

/** Ratio against round-trip time, both logarithmic; loopback stands apart on the left. */
public final class RatioChart {
  /** Where loopback stands, if the distances reach from 0 to 1. */
  private static final double LOOPBACK = -0.25;

  private RatioChart() {}

  /** Of one place at two round-trip times or more. */
  public static Chart of(Caption caption, List<Ratio> ratios) {
    final List<Double> millis =
        ratios.stream().map(RatioChart::millis).distinct().sorted().toList();
    final List<Double> positions = millis.stream().map(rtt -> position(rtt, millis)).toList();
    final double low =
        ratios.stream()
            .mapToDouble(it -> LineChart.ends(it.ratio(), it.ci95()).low())
            .min()
            .orElse(1);
    final double high =
        ratios.stream()
            .mapToDouble(it -> LineChart.ends(it.ratio(), it.ci95()).high())
            .max()
            .orElse(1);
    return new LineChart(
        caption,
        new LineChart.Axis(
            "round-trip time",
            new Scale(LOOPBACK, 1, 0, 1, false),
            28,
            positions,
            position -> label(millis.get(positions.indexOf(position)))),
        new LineChart.Axis(
            "times the time of a pooled one",
            Scale.logarithmic(Math.min(1, low), Math.max(2, high), 0, 1),
            0,
            tick -> NumberFormats.plain(tick) + "x"),
        ratios.stream()
            .map(Ratio::candidate)
            .distinct()
            .map(policy -> line(policy, ratios, millis))
            .toList());
  }

  private static LineChart.Line line(String policy, List<Ratio> all, List<Double> millis) {
    final List<Ratio> ratios =
        all.stream()
            .filter(ratio -> ratio.candidate().equals(policy))
            .sorted(Comparator.comparing(RatioChart::millis))
            .toList();
    final boolean loopback = millis(ratios.get(0)) == 0;
    return new LineChart.Line(
        policy,
        ratios.stream()
            .map(
                ratio ->
                    new LineChart.Point(
                        position(millis(ratio), millis),
                        ratio.ratio(),
                        ratio.ci95(),
                        false,
                        loopback && ratios.indexOf(ratio) == 1))
            .toList());
  }

  private static double position(double rtt, List<Double> millis) {
    if (rtt == 0) {
      return LOOPBACK;
    }
    final double least = millis.stream().filter(each -> each > 0).findFirst().orElse(rtt);
    final double most = millis.get(millis.size() - 1);
    return least == most ? 0.5 : new Scale(least, most, 0, 1, true).at(rtt);
  }

  private static double millis(Ratio ratio) {
    return Double.parseDouble(ratio.rtt().replace("ms", ""));
  }

  private static String label(double millis) {
    return millis == 0 ? "loopback" : NumberFormats.plain(millis) + " ms";
  }
}
