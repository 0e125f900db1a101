package io.github.handshakecost.report.chart;

import java.util.List;

/** The frame of every picture: its size, its heading, its mark. */
final class Frame {
  static final int WIDTH = 480;
  static final int LEFT = 8;

  private static final int MARK = 20;
  private static final int LINE = 15;

  /** Of a legend. */
  static final int LEGEND_LINE = 18;

  private static final int COLUMNS = 2;
  private static final int COLUMN = 232;
  private static final int SAMPLE = 26;
  private static final String ALONE =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
          + " role=\"img\" aria-label=\"%s\" font-family=\"system-ui, sans-serif\" font-size=\"12\">";
  private static final String IN_PAGE =
      "<svg viewBox=\"0 %d %d %d\" role=\"img\" aria-label=\"%s\">";

  private final Svg svg;
  private final int top;
  private final int field;
  private final int bottom;

  /**
   * Begins a picture.
   *
   * @param head between the mark and the field of the axes
   * @param height of the field
   * @param policies whose shapes are drawn
   */
  Frame(Caption caption, Chart.Target target, int head, int height, List<String> policies) {
    svg = new Svg(target);
    final int heading = 34 + LINE * caption.lines().size();
    top = heading + (caption.mark().isEmpty() ? 0 : MARK);
    field = top + head;
    bottom = field + height;
    final int end = bottom + Plot.FOOT;
    final String words = Svg.escape(caption.words());
    if (target == Chart.Target.FILE) {
      svg.raw(ALONE.formatted(WIDTH, end, WIDTH, end, words));
      heading(caption, policies);
    } else {
      // The page has the heading.
      svg.raw(IN_PAGE.formatted(heading, WIDTH, end - heading, words));
    }
    if (!caption.mark().isEmpty()) {
      svg.text(caption.mark(), SvgStyle.MARK, "x", LEFT, "y", heading + 12);
    }
  }

  /** With a legend of the policies above the field. */
  static Frame of(Caption caption, Chart.Target target, List<String> policies, int height) {
    final int lines = (policies.size() + COLUMNS - 1) / COLUMNS;
    final Frame frame =
        new Frame(caption, target, LEGEND_LINE * lines + Plot.TITLE, height, policies);
    for (int i = 0; i < policies.size(); i++) {
      final String policy = policies.get(i);
      final int x = LEFT + COLUMN * (i % COLUMNS);
      final int y = frame.top + LEGEND_LINE * (i / COLUMNS) + 8;
      frame.svg.path(new SvgPath().to(x, y).across(x + SAMPLE), Palette.line(policy));
      frame.svg.path(new SvgPath().dot(x + SAMPLE / 2.0, y), Palette.points(policy));
      frame.svg.text(policy, SvgStyle.TEXT, "x", x + SAMPLE + 6, "y", y + 4);
    }
    return frame;
  }

  Svg svg() {
    return svg;
  }

  /** The first line below heading and mark. */
  int top() {
    return top;
  }

  /** The field beside an upright axis. */
  Plot plot() {
    return new Plot(svg, 66, 464, field, bottom);
  }

  /** The field without one. */
  Plot wholeWidth() {
    return new Plot(svg, LEFT, WIDTH - 24, field, bottom);
  }

  String end() {
    return svg.raw("</svg>").toString();
  }

  private void heading(Caption caption, List<String> policies) {
    svg.open("title").raw(Svg.escape(caption.marked(caption.title()))).close();
    svg.open("desc").raw(Svg.escape(caption.marked(caption.place()))).close();
    if (!policies.isEmpty()) {
      svg.open("defs").raw(Palette.markers(Chart.Target.FILE, policies)).close();
    }
    svg.empty("rect", "width", "100%", "height", "100%", "fill", Scheme.LIGHT.colour("paper"));
    svg.text(caption.title(), SvgStyle.TITLE, "x", LEFT, "y", 22);
    final List<String> lines = caption.lines();
    for (int i = 0; i < lines.size(); i++) {
      svg.text(lines.get(i), SvgStyle.MUTED, "x", LEFT, "y", 39 + LINE * i);
    }
  }
}
