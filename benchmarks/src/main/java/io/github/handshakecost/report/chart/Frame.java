package io.github.handshakecost.report.chart;

import java.util.ArrayList;
import java.util.List;

/** What is around every picture: its size, its heading, its mark. */
final class Frame {
  static final int WIDTH = 640;
  static final int LEFT = 8;

  /** The heading; in a page it is cut off, since the page has one. */
  private static final int HEAD = 48;

  private static final int MARK = 20;

  private final Svg svg;
  private final int top;

  /**
   * Begins a picture.
   *
   * @param height below heading and mark
   * @param policies whose shapes are drawn
   */
  Frame(Caption caption, int height, Dress dress, List<String> policies) {
    svg = new Svg(dress);
    top = HEAD + (caption.mark().isEmpty() ? 0 : MARK);
    if (dress.alone()) {
      alone(caption, top + height, policies, dress);
    } else {
      final List<Object> attributes = new ArrayList<>(List.of("viewBox"));
      attributes.add("0 %d %d %d".formatted(HEAD, WIDTH, top + height - HEAD));
      attributes.addAll(List.of("role", "img"));
      attributes.addAll(dress.name(caption));
      svg.open("svg", attributes.toArray());
    }
    if (!caption.mark().isEmpty()) {
      svg.text(caption.mark(), Ink.MARK, "x", LEFT, "y", HEAD + 12);
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

  private void alone(Caption caption, int height, List<String> policies, Dress dress) {
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
      svg.open("defs").raw(Palette.markers(dress, policies)).close();
    }
    svg.empty("rect", "width", "100%", "height", "100%", "fill", Scheme.LIGHT.colour("paper"));
    svg.text(caption.title(), Ink.TITLE, "x", LEFT, "y", 22);
    svg.text(caption.place(), Ink.MUTED, "x", LEFT, "y", 40);
  }
}
