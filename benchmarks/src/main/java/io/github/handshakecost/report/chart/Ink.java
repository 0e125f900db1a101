package io.github.handshakecost.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How something is painted: as attributes where the picture stands alone, as a class where a style
 * sheet has it.
 *
 * @param name of the class
 * @param properties name and value in turn, as SVG and CSS both spell them; a value {@code $ink}
 *     stands for the colour {@code ink}
 */
record Ink(String name, List<String> properties) {
  static final Ink TITLE = of("ct", "fill", "$ink", "font-size", "15px", "font-weight", "600");
  static final Ink TEXT = of("cx", "fill", "$ink");
  static final Ink MUTED = of("cm", "fill", "$muted");
  static final Ink MARK = of("cb", "fill", "$bad", "font-weight", "600");
  static final Ink GRID = of("cg", "stroke", "$grid", "fill", "none");
  static final Ink AXIS = of("ca", "stroke", "$muted", "fill", "none");
  static final Ink WHISKER = of("cw", "stroke", "$ink", "stroke-width", "1.2", "fill", "none");

  /** A spot of paper in the middle of a mark. */
  static final Ink HOLLOW =
      of("ch", "stroke", "$paper", "stroke-width", "4", "stroke-linecap", "round");

  static final List<Ink> COMMON = List.of(TITLE, TEXT, MUTED, MARK, GRID, AXIS, WHISKER, HOLLOW);

  Ink {
    properties = List.copyOf(properties);
  }

  static Ink of(String name, String... properties) {
    return new Ink(name, List.of(properties));
  }

  /** Names and values in turn. */
  List<Object> attributes(Dress dress) {
    if (!dress.alone()) {
      return List.of("class", name);
    }
    final List<Object> attributes = new ArrayList<>();
    for (int i = 0; i < properties.size(); i += 2) {
      final String value = properties.get(i + 1);
      attributes.add(properties.get(i));
      attributes.add(value.startsWith("$") ? Scheme.LIGHT.colour(value.substring(1)) : value);
    }
    return attributes;
  }

  /** The same as a rule of CSS. */
  String rule() {
    final StringBuilder rule = new StringBuilder("." + name + "{");
    for (int i = 0; i < properties.size(); i += 2) {
      final String value = properties.get(i + 1);
      rule.append(properties.get(i))
          .append(':')
          .append(value.startsWith("$") ? "var(--" + value.substring(1) + ")" : value)
          .append(';');
    }
    return rule.append('}').toString();
  }
}
