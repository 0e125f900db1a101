package io.github.handshakecost.report.chart;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How something is painted: as attributes where the picture stands alone, as a class where a style
 * sheet has it.
 *
 * @param name of the class
 * @param css declarations, each with its semicolon; SVG's attributes have the same names. A value
 *     {@code $ink} stands for the colour {@code ink}.
 */
record SvgStyle(String name, String css) {
  static final SvgStyle TITLE = new SvgStyle("ct", "fill:$ink;font-size:15px;font-weight:600;");
  static final SvgStyle TEXT = new SvgStyle("cx", "fill:$ink;");
  static final SvgStyle MUTED = new SvgStyle("cm", "fill:$muted;");
  static final SvgStyle MARK = new SvgStyle("cb", "fill:$ink;font-weight:600;");
  static final SvgStyle GRID = new SvgStyle("cg", "stroke:$grid;fill:none;");
  static final SvgStyle AXIS = new SvgStyle("ca", "stroke:$muted;fill:none;");
  static final SvgStyle WHISKER = new SvgStyle("cw", "stroke:$ink;stroke-width:1.2;fill:none;");

  /** A spot of paper in the middle of a marker. */
  static final SvgStyle HOLLOW =
      new SvgStyle("ch", "stroke:$paper;stroke-width:4;stroke-linecap:round;");

  static final List<SvgStyle> COMMON =
      List.of(TITLE, TEXT, MUTED, MARK, GRID, AXIS, WHISKER, HOLLOW);

  private static final Pattern COLOUR = Pattern.compile("\\$(\\w+)");

  /** Names and values in turn. */
  Stream<String> attributes(Chart.Target target) {
    if (target == Chart.Target.PAGE) {
      return Stream.of("class", name);
    }
    final String coloured =
        COLOUR.matcher(css).replaceAll(colour -> Scheme.LIGHT.colour(colour.group(1)));
    return Stream.of(coloured.split("[:;]", -1)).filter(it -> !it.isEmpty());
  }

  /** The same as a rule of CSS. */
  String rule() {
    return "." + name + "{" + COLOUR.matcher(css).replaceAll("var(--$1)") + "}";
  }
}
