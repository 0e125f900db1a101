package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The look of each phase and each policy, the same in every picture. None is told apart by colour
 * alone: a phase has a letter, a policy a dash and a shape.
 */
public final class Palette {
  static final int BAR = 14;

  /** In the order of their colours. */
  private static final List<Phase> PHASES =
      List.of(
          Phase.SETUP,
          Phase.TCP,
          Phase.TLS,
          Phase.EXCHANGE,
          Phase.CLOSE,
          Phase.RESIDUAL,
          Phase.LEASE);

  private static final List<String> POLICIES =
      List.of(
          AxisNames.POOLED,
          AxisNames.RESUMED,
          AxisNames.FULL,
          AxisNames.NEW_CLIENT,
          AxisNames.NEW_CLIENT_SHARED_CONTEXT);

  /** The last of each is for a policy of another version. */
  private static final List<String> DASHES = List.of("2 3", "8 3", "none", "9 3 2 3", "4 3", "1 4");

  private static final List<String> SHAPES =
      List.of(
          "M-3.5,0a3.5,3.5 0 1,0 7,0a3.5,3.5 0 1,0-7,0z",
          "M-3-3h6v6h-6z",
          "M0-4.2l4,7.2h-8z",
          "M0-4.6l4.4,4.6l-4.4,4.6l-4.4-4.6z",
          "M0 4.2l4-7.2h-8z",
          "M-1-4h2v3h3v2h-3v3h-2v-3h-3v-2h3z");

  private static final SvgStyle ON_LIGHT =
      new SvgStyle("ld", "fill:$black;font-size:10px;text-anchor:middle;");
  private static final SvgStyle ON_DARK =
      new SvgStyle("ll", "fill:$white;font-size:10px;text-anchor:middle;");

  private Palette() {}

  /** Rules of CSS for everything that pictures in a page are painted with. */
  public static String css() {
    final Stream<SvgStyle> phases = PHASES.stream().map(Palette::bar);
    final Stream<SvgStyle> policies =
        IntStream.range(0, DASHES.size()).boxed().flatMap(i -> Stream.of(line(i), points(i)));
    final Stream<SvgStyle> shapes = IntStream.range(0, SHAPES.size()).mapToObj(Palette::shape);
    return Stream.of(
            SvgStyle.COMMON.stream(), Stream.of(ON_LIGHT, ON_DARK), phases, policies, shapes)
        .flatMap(inks -> inks)
        .map(SvgStyle::rule)
        .collect(Collectors.joining());
  }

  /** A stretch of a bar. */
  static SvgStyle bar(Phase phase) {
    final int i = PHASES.indexOf(phase);
    return new SvgStyle("p" + i, "stroke:$p%d;stroke-width:%d;".formatted(i, BAR));
  }

  /** On bars and, in plain text, as bars. */
  public static String letter(Phase phase) {
    return switch (phase) {
      case SETUP -> "s";
      case LEASE -> "w";
      case TCP -> "t";
      case TLS -> "H";
      case EXCHANGE -> "x";
      case CLOSE -> "c";
      case RESIDUAL -> "r";
    };
  }

  /** For letters on a bar. */
  static SvgStyle onBar(Phase phase) {
    return phase == Phase.TLS ? ON_DARK : ON_LIGHT;
  }

  /** A policy's line. */
  static SvgStyle line(String policy) {
    return line(index(policy));
  }

  /** The same with the policy's shape at each point. */
  static SvgStyle points(String policy) {
    return points(index(policy));
  }

  /** The shapes that pictures in a page refer to: one SVG, which shows nothing. */
  public static String definitions() {
    return IntStream.range(0, SHAPES.size())
        .mapToObj(i -> marker(i, Chart.Target.PAGE))
        .collect(
            Collectors.joining(
                "",
                "<svg class=\"d\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>",
                "</defs></svg>"));
  }

  /** The shapes that {@link #points} refers to, for these policies. */
  static String markers(Chart.Target target, List<String> policies) {
    return policies.stream()
        .map(Palette::index)
        .distinct()
        .sorted()
        .map(i -> marker(i, target))
        .collect(Collectors.joining());
  }

  private static String marker(int i, Chart.Target target) {
    return "<marker id=\"m%d\" viewBox=\"-5 -5 10 10\" markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\">%s</marker>"
        .formatted(i, new Svg(target).empty("path", shape(i), "d", SHAPES.get(i)));
  }

  private static SvgStyle shape(int i) {
    return new SvgStyle("s" + i, "fill:$q%d;".formatted(i));
  }

  /** Bars of a policy. */
  static SvgStyle area(String policy) {
    return shape(index(policy));
  }

  private static SvgStyle line(int i) {
    return new SvgStyle(
        "q" + i,
        "stroke:$q%d;stroke-width:1.8;stroke-dasharray:%s;fill:none;".formatted(i, DASHES.get(i)));
  }

  private static SvgStyle points(int i) {
    return new SvgStyle(
        "r" + i,
        line(i).css()
            + "marker-start:url(#m%1$d);marker-mid:url(#m%1$d);marker-end:url(#m%1$d);"
                .formatted(i));
  }

  private static int index(String policy) {
    final int known = POLICIES.indexOf(policy);
    return known < 0 ? POLICIES.size() : known;
  }
}
