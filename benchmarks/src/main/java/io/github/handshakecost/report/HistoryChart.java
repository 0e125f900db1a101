package io.github.handshakecost.report;

import io.github.handshakecost.result.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A ratio run by run as an SVG, with whiskers for the intervals: a full point for a run that may be
 * quoted, a hollow one with dashed lines for a marked one, and no line to a run on another machine,
 * kernel or JDK. The same bytes for the same points.
 */
final class HistoryChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 64;
  private static final int RIGHT = 620;
  private static final int TOP = 84;
  private static final int BOTTOM = 256;

  /** What a commit or a date needs in width. */
  private static final int LABEL = 76;

  private static final int WHISKER = 4;
  private static final int MOST_TICKS = 6;
  private static final List<Integer> STEPS = List.of(1, 2, 5, 10);

  /** The first of Okabe and Ito's colours. */
  private static final String COLOUR = "#0072b2";

  private static final String INK = "#1a1a1a";
  private static final String GREY = "#595959";

  private final String title;
  private final List<History.Point> points;
  private final double step;
  private final double least;
  private final double most;

  /**
   * A chart.
   *
   * @param title what all the points have in common
   * @param points in the order of time, two at least
   */
  HistoryChart(String title, List<History.Point> points) {
    this.title = title;
    this.points = points;
    final double low = points.stream().mapToDouble(HistoryChart::low).min().orElseThrow();
    final double high = points.stream().mapToDouble(HistoryChart::high).max().orElseThrow();
    step = step(low, high);
    least = step * Math.floor(low / step);
    most = Math.max(least + step, step * Math.ceil(high / step));
  }

  String svg() {
    final List<String> lines = new ArrayList<>();
    lines.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"Ratio to a pooled request by run: %s\" font-family=\"system-ui, sans-serif\" font-size=\"12\">"
            .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, escape(title)));
    lines.add("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    lines.add(text(16, 24, "start", INK, "Time over that of a pooled request, by run", 15));
    lines.add(text(16, 42, "start", GREY, title, 12));
    lines.add(text(16, 60, "start", GREY, legend(), 12));
    grid(lines);
    lines.add("<g stroke=\"" + COLOUR + "\" fill=\"none\" stroke-width=\"1.5\">");
    for (int i = 1; i < points.size(); i++) {
      if (!points.get(i).otherMachine()) {
        lines.add(segment(i));
      }
    }
    for (int i = 0; i < points.size(); i++) {
      lines.add(point(i));
    }
    lines.add("</g>");
    lines.add("</svg>");
    return String.join("\n", lines) + "\n";
  }

  private String legend() {
    final StringBuilder legend = new StringBuilder("95 % intervals");
    if (points.stream().anyMatch(HistoryChart::marked)) {
      legend.append("; hollow: marked run");
    }
    if (points.stream().anyMatch(History.Point::otherMachine)) {
      legend.append("; gap: other machine, kernel or JDK");
    }
    return legend.append(least > 0 ? "; scale not from 0" : "").toString();
  }

  private void grid(List<String> lines) {
    final long ticks = Math.round((most - least) / step);
    for (long i = 0; i <= ticks; i++) {
      final double tick = least + i * step;
      lines.add(
          "<path d=\"M%d %sH%d\" stroke=\"#d9d9d9\"/>".formatted(LEFT, number(y(tick)), RIGHT));
      lines.add(text(LEFT - 8, y(tick) + 4, "end", GREY, label(tick), 12));
    }
    final int every = Math.max(1, (int) Math.ceil(LABEL / spacing()));
    // From the last one back: it is the one that people look for.
    for (int i = points.size() - 1; i >= 0; i -= every) {
      lines.add(text(x(i), BOTTOM + 20, "middle", INK, points.get(i).commit(), 12));
      lines.add(text(x(i), BOTTOM + 36, "middle", GREY, points.get(i).date(), 12));
    }
  }

  private String segment(int i) {
    final boolean dashed = marked(points.get(i)) || marked(points.get(i - 1));
    return "<path d=\"M%s %sL%s %s\"%s/>"
        .formatted(
            number(x(i - 1)),
            number(y(points.get(i - 1).ratio())),
            number(x(i)),
            number(y(points.get(i).ratio())),
            dashed ? " stroke-dasharray=\"5 4\"" : "");
  }

  private String point(int i) {
    final History.Point point = points.get(i);
    final String marks = marked(point) ? " (" + String.join(", ", point.marks()) + ")" : "";
    final String circle =
        "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"><title>%s</title></circle>"
            .formatted(
                number(x(i)),
                number(y(point.ratio())),
                marked(point) ? "#ffffff" : COLOUR,
                escape(point.run() + ": " + Cells.estimate(point.ratio(), point.ci95()) + marks));
    return point.ci95() == null ? circle : whisker(x(i), point.ci95()) + "\n" + circle;
  }

  private String whisker(double x, Interval ci95) {
    return "<path d=\"M%s %sV%sM%s %sh%dM%s %sh%d\"/>"
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

  private static boolean marked(History.Point point) {
    return !point.marks().isEmpty();
  }

  private static double low(History.Point point) {
    return point.ci95() == null ? point.ratio() : point.ci95().low();
  }

  private static double high(History.Point point) {
    return point.ci95() == null ? point.ratio() : point.ci95().high();
  }

  /** The least of 1, 2, 5 times a power of ten that needs few enough ticks. */
  private static double step(double low, double high) {
    final double span = Math.max(high - low, 0.01 * high);
    final double power = StrictMath.pow(10, Math.floor(StrictMath.log10(span / MOST_TICKS)));
    return STEPS.stream()
        .mapToDouble(factor -> factor * power)
        .filter(step -> span / step <= MOST_TICKS)
        .findFirst()
        .orElse(10 * power);
  }

  private double spacing() {
    return (RIGHT - LEFT - LABEL) / (points.size() - 1.0);
  }

  private double x(int i) {
    return LEFT + LABEL / 2.0 + i * spacing();
  }

  private double y(double ratio) {
    return BOTTOM - (BOTTOM - TOP) * (ratio - least) / (most - least);
  }

  private String label(double tick) {
    final int decimals = Math.max(0, (int) -Math.floor(StrictMath.log10(step)));
    return String.format(Locale.ROOT, "%." + decimals + "fx", tick);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String text(
      double x, double y, String anchor, String colour, String text, int size) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">%s</text>"
        .formatted(number(x), number(y), anchor, colour, size, escape(text));
  }

  /** Text from saved files must not become markup. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
