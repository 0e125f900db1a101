package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ratio against round-trip time as an SVG: a line for each policy, whiskers for the intervals, both
 * scales logarithmic but for loopback, which stands apart on the left. The same bytes for the same
 * ratios.
 */
final class RatioChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 56;
  private static final int RIGHT = 620;
  private static final int TOP = 92;
  private static final int BOTTOM = 312;

  /** Where loopback stands, and where distance begins. */
  private static final int LOOPBACK = 80;

  private static final int DISTANCE = 160;
  private static final int WHISKER = 4;
  private static final List<Integer> TICKS = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000);

  /** Okabe and Ito's, which colour-blind people can tell apart. */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9");

  private final String title;
  private final List<Ratio> ratios;
  private final List<Double> millis;
  private final double most;

  /**
   * A chart.
   *
   * @param title what all the ratios have in common
   * @param ratios at two round-trip times or more
   */
  RatioChart(String title, List<Ratio> ratios) {
    this.title = title;
    this.ratios = ratios;
    millis = ratios.stream().map(RatioChart::millis).distinct().sorted().toList();
    most =
        ratios.stream()
            .mapToDouble(ratio -> ratio.ci95() == null ? ratio.ratio() : ratio.ci95().high())
            .max()
            .orElse(1);
  }

  String svg() {
    final List<String> lines = new ArrayList<>();
    lines.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"Ratio to a pooled request against round-trip time: %s\" font-family=\"system-ui, sans-serif\" font-size=\"12\">"
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, title));
    lines.add("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    lines.add(
        text(
            LEFT - 40,
            22,
            "start",
            "#1a1a1a",
            "Time with a new connection each, over time with one",
            15));
    lines.add(text(LEFT - 40, 40, "start", "#595959", title, 12));
    grid(lines);
    final Set<String> policies =
        ratios.stream().map(Ratio::candidate).collect(Collectors.toCollection(LinkedHashSet::new));
    int index = 0;
    for (final String policy : policies) {
      policy(lines, policy, index++, policies.size());
    }
    lines.add("</svg>");
    return String.join("\n", lines) + "\n";
  }

  private void grid(List<String> lines) {
    for (final int tick : TICKS) {
      if (tick <= most * 1.3) {
        lines.add(
            "<path d=\"M%d %sH%d\" stroke=\"#d9d9d9\"/>".formatted(LEFT, number(y(tick)), RIGHT));
        lines.add(text(LEFT - 8, y(tick) + 4, "end", "#595959", tick + "x", 12));
      }
    }
    for (final double rtt : millis) {
      lines.add(text(x(rtt), BOTTOM + 18, "middle", "#595959", label(rtt), 12));
    }
    lines.add(text((LEFT + RIGHT) / 2.0, BOTTOM + 38, "middle", "#595959", "round-trip time", 12));
  }

  private void policy(List<String> lines, String policy, int index, int policies) {
    final String colour = COLOURS.get(index % COLOURS.size());
    final List<Ratio> points =
        ratios.stream()
            .filter(ratio -> ratio.candidate().equals(policy))
            .sorted((a, b) -> Double.compare(millis(a), millis(b)))
            .toList();
    // Side by side, so that policies of one ratio can be told apart.
    final double shift = 6.0 * (index - (policies - 1) / 2.0);
    final String line =
        points.stream()
            .filter(point -> millis(point) > 0)
            .map(point -> number(x(millis(point)) + shift) + " " + number(y(point.ratio())))
            .collect(Collectors.joining("L", "M", ""));
    lines.add("<g stroke=\"" + colour + "\" fill=\"" + colour + "\">");
    if (line.contains("L")) {
      lines.add("<path d=\"" + line + "\" fill=\"none\" stroke-width=\"1.5\"/>");
    }
    for (final Ratio point : points) {
      final double x = x(millis(point)) + shift;
      lines.add(
          "<circle cx=\"%s\" cy=\"%s\" r=\"3\" stroke=\"none\"><title>%s, rtt %s: %s</title></circle>"
              .formatted(
                  number(x),
                  number(y(point.ratio())),
                  policy,
                  point.where().get(AxisNames.RTT),
                  Cells.ratio(point)));
      if (point.ci95() != null) {
        lines.add(whisker(x, point.ci95()));
      }
    }
    lines.add("</g>");
    final double legend = LEFT - 40 + 285.0 * (index % 2);
    final int row = 58 + 17 * (index / 2);
    lines.add(
        "<rect x=\"%s\" y=\"%s\" width=\"10\" height=\"10\" fill=\"%s\"/>"
            .formatted(number(legend), number(row - 9), colour));
    lines.add(text(legend + 16, row, "start", "#1a1a1a", policy, 12));
  }

  private String whisker(double x, Interval ci95) {
    return "<path d=\"M%s %sV%sM%s %sh%dM%s %sh%d\" fill=\"none\"/>"
        .formatted(
            number(x),
            number(y(ci95.low())),
            number(y(ci95.high())),
            number(x - WHISKER),
            number(y(ci95.low())),
            2 * WHISKER,
            number(x - WHISKER),
            number(y(ci95.high())),
            2 * WHISKER);
  }

  private double x(double rtt) {
    if (rtt == 0) {
      return LOOPBACK;
    }
    final List<Double> away = millis.stream().filter(each -> each > 0).toList();
    final double least = Math.log(away.get(0));
    final double span = Math.log(away.get(away.size() - 1)) - least;
    return span == 0
        ? (DISTANCE + RIGHT) / 2.0
        : DISTANCE + (RIGHT - 40 - DISTANCE) * (Math.log(rtt) - least) / span;
  }

  private double y(double ratio) {
    final double share = Math.log(Math.max(1, ratio)) / Math.log(most * 1.3);
    return BOTTOM - (BOTTOM - TOP) * share;
  }

  private static double millis(Ratio ratio) {
    final String rtt = ratio.where().getOrDefault(AxisNames.RTT, AxisNames.LOOPBACK);
    return Double.parseDouble(rtt.substring(0, rtt.length() - "ms".length()));
  }

  private static String label(double millis) {
    return millis == 0
        ? "loopback"
        : (millis == Math.rint(millis) ? String.format(Locale.ROOT, "%.0f", millis) : millis + "")
            + " ms";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String text(
      double x, double y, String anchor, String colour, String text, int size) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">%s</text>"
        .formatted(number(x), number(y), anchor, colour, size, text);
  }
}
