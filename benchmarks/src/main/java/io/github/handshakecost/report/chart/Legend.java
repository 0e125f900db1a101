package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.Phase;
import java.util.List;

/** Says which look is which. */
final class Legend {
  private static final int LINE = 18;
  private static final int COLUMNS = 3;
  private static final int COLUMN = 210;
  private static final int SAMPLE = 26;

  private Legend() {}

  /** The height that so many policies take. */
  static int height(int policies) {
    return LINE * ((policies + COLUMNS - 1) / COLUMNS);
  }

  /**
   * Policies by line, and by shape where the picture has shapes.
   *
   * @param top of the first line
   */
  static void policies(Svg svg, List<String> policies, boolean shapes, int top) {
    final Svg part = svg.part();
    for (int i = 0; i < policies.size(); i++) {
      final String policy = policies.get(i);
      final int x = Frame.LEFT + COLUMN * (i % COLUMNS);
      final int y = top + LINE * (i / COLUMNS) + 8;
      part.path(new Pen().to(x, y).across(x + SAMPLE), Palette.line(policy));
      if (shapes) {
        part.path(new Pen().dot(x + SAMPLE / 2.0, y), Palette.points(policy));
      }
      part.text(policy, Ink.TEXT, "x", x + SAMPLE + 6, "y", y + 4);
    }
    svg.share(part);
  }

  /** Phases by colour and letter, in the order in which they are spent. */
  static void phases(Svg svg, int top) {
    final Svg part = svg.part();
    int x = Frame.LEFT;
    for (final Phase phase : Phase.values()) {
      part.path(new Pen().to(x, top + 8).across(x + Palette.BAR), Palette.bar(phase));
      part.text(
          Palette.letter(phase), Palette.onBar(phase), "x", x + Palette.BAR / 2.0, "y", top + 11.5);
      part.text(phase.label(), Ink.TEXT, "x", x + Palette.BAR + 5, "y", top + 12);
      // As wide as a letter of a wide font is, so that no label runs into the next.
      x += Palette.BAR + 20 + Math.round(7.3f * phase.label().length());
    }
    svg.share(part);
  }
}
