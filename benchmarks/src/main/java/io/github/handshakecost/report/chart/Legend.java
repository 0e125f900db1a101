package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.Phase;
import java.util.List;

/** Says which look is which. */
final class Legend {
  private static final int LINE = 18;
  private static final int COLUMNS = 2;
  private static final int COLUMN = 232;
  private static final int SAMPLE = 26;
  private static final int PHASES = 3;
  private static final int PHASE = 150;

  /** The height that all phases take. */
  static final int HEIGHT_OF_PHASES = LINE * Phase.values().length / PHASES;

  private Legend() {}

  /** The height that so many policies take. */
  static int height(int policies) {
    return LINE * ((policies + COLUMNS - 1) / COLUMNS);
  }

  /** Policies by line, and by shape where the picture has shapes. */
  static void policies(Svg svg, List<String> policies, boolean shapes, int top) {
    for (int i = 0; i < policies.size(); i++) {
      final String policy = policies.get(i);
      final int x = Frame.LEFT + COLUMN * (i % COLUMNS);
      final int y = top + LINE * (i / COLUMNS) + 8;
      svg.path(new SvgPath().to(x, y).across(x + SAMPLE), Palette.line(policy));
      if (shapes) {
        svg.path(new SvgPath().dot(x + SAMPLE / 2.0, y), Palette.points(policy));
      }
      svg.text(policy, SvgStyle.TEXT, "x", x + SAMPLE + 6, "y", y + 4);
    }
  }

  /** Phases by colour and letter, in the order in which they are spent, in two lines. */
  static void phases(Svg svg, int top) {
    final List<Phase> phases = List.of(Phase.values());
    for (int i = 0; i < phases.size(); i++) {
      final Phase phase = phases.get(i);
      final int x = Frame.LEFT + PHASE * (i % PHASES);
      final int y = top + LINE * (i / PHASES);
      svg.path(new SvgPath().to(x, y + 8).across(x + Palette.BAR), Palette.bar(phase));
      svg.text(
          Palette.letter(phase), Palette.onBar(phase), "x", x + Palette.BAR / 2.0, "y", y + 11.5);
      svg.text(phase.label(), SvgStyle.TEXT, "x", x + Palette.BAR + 5, "y", y + 12);
    }
  }
}
