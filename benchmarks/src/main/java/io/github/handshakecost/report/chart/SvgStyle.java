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
record SvgStyle(String name, List<String> properties) {
  static final SvgStyle TITLE = of("ct", "fill", "$ink", "font-size", "15px", "font-weight", "600");
  static final SvgStyle TEXT = of("cx", "fill", "$ink");
  static final SvgStyle MUTED = of("cm", "fill", "$muted");
  static final SvgStyle MARK = of("cb", "fill", "$ink", "font-weight", "600");
  static final SvgStyle GRID = of("cg", "stroke", "$grid", "fill", "none");
  static final SvgStyle AXIS = of("ca", "stroke", "$muted", "fill", "none");
  static final SvgStyle WHISKER = of("cw", "stroke", "$ink", "stroke-width", "1.2", "fill", "none");

  /** A spot of paper in the middle of a marker. */
  static final SvgStyle HOLLOW =
      of("ch", "stroke", "$paper", "stroke-width", "4", "stroke-linecap", "round");

  static final List<SvgStyle> COMMON =
      List.of(TITLE, TEXT, MUTED, MARK, GRID, AXIS, WHISKER, HOLLOW);

  SvgStyle {
    properties = List.copyOf(properties);
  }

  static SvgStyle of(String name, String... properties) {
    return new SvgStyle(name, List.of(properties));
  }

  /** Names and values in turn. */
  List<Object> attributes(Chart.Target target) {
    if (target == Chart.Target.PAGE) {
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
