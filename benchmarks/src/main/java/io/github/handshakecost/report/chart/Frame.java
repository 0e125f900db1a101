package io.github.handshakecost.report.chart;

import java.util.List;

/** The frame of every picture: its size, its heading, its mark. */
final class Frame {
  static final int WIDTH = 480;
  static final int LEFT = 8;

  private static final int MARK = 20;
  private static final int LINE = 15;

  private final Svg svg;

  /** Below the heading; in a page it is cut off, since the page has one. */
  private final int head;

  private final int top;

  /**
   * Begins a picture.
   *
   * @param height below heading and mark
   * @param policies whose shapes are drawn
   */
  Frame(Caption caption, int height, Chart.Target target, List<String> policies) {
    svg = new Svg(target);
    head = 34 + LINE * caption.lines().size();
    top = head + (caption.mark().isEmpty() ? 0 : MARK);
    if (target == Chart.Target.FILE) {
      alone(caption, top + height, policies);
    } else {
      svg.open(
          "svg",
          "viewBox",
          "0 %d %d %d".formatted(head, WIDTH, top + height - head),
          "role",
          "img",
          "aria-label",
          caption.words());
    }
    if (!caption.mark().isEmpty()) {
      svg.text(caption.mark(), SvgStyle.MARK, "x", LEFT, "y", head + 12);
    }
  }

  Svg svg() {
    return svg;
  }

  /** The first line below heading and mark. */
  int top() {
    return top;
  }

  String end() {
    return svg.close().toString();
  }

  private void alone(Caption caption, int height, List<String> policies) {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 %d %d".formatted(WIDTH, height),
        "width",
        WIDTH,
        "height",
        height,
        "role",
        "img",
        "aria-label",
        caption.words(),
        "font-family",
        "system-ui, sans-serif",
        "font-size",
        12);
    svg.open("title").raw(Markup.escape(caption.marked(caption.title()))).close();
    svg.open("desc").raw(Markup.escape(caption.marked(caption.place()))).close();
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
