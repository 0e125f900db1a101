package io.github.handshakecost.report.chart;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A tiny writer of SVG. */
final class Svg {
  /** Characters that XML cannot hold, and those that break a line. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF]");

  private final Chart.Target target;
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> elements = new ArrayDeque<>();

  Svg(Chart.Target target) {
    this.target = target;
  }

  /** Begins an element; attributes are styles, and names and values in turn. */
  Svg open(String element, Object... attributes) {
    out.append('<').append(element);
    attributes(attributes);
    out.append('>');
    elements.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  Svg close() {
    out.append("</").append(elements.pop()).append('>');
    return this;
  }

  /** An element without content; {@code attributes} as of {@link #open}. */
  Svg empty(String element, Object... attributes) {
    out.append('<').append(element);
    attributes(attributes);
    out.append("/>");
    return this;
  }

  Svg text(String words, Object... attributes) {
    open("text", attributes);
    out.append(escape(words));
    return close();
  }

  /** A path, unless there is nothing to draw; {@code attributes} as of {@link #open}. */
  Svg path(SvgPath path, Object... attributes) {
    if (path.isEmpty()) {
      return this;
    }
    final List<Object> all = new ArrayList<>(List.of(attributes));
    all.add("d");
    all.add(path);
    return empty("path", all.toArray());
  }

  /** Markup as it is. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text from saved files must not become markup, of HTML or XML. */
  static String escape(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(" ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A number with at most one decimal. */
  static String number(double value) {
    final long tenths = Math.round(10 * value);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void attributes(Object... attributes) {
    final List<?> flat =
        Stream.of(attributes)
            .flatMap(it -> it instanceof SvgStyle style ? style.attributes(target) : Stream.of(it))
            .toList();
    for (int i = 0; i < flat.size(); i += 2) {
      out.append(' ').append(flat.get(i)).append('=').append(quoted(flat.get(i + 1)));
    }
  }

  private String quoted(Object value) {
    final String text =
        value instanceof Number number ? number(number.doubleValue()) : value.toString();
    return "\"" + escape(text) + "\"";
  }
}
