package io.github.handshakecost.report.chart;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A tiny writer of SVG. In a page, where HTML's parser reads it, values go without quotes. */
final class Svg {
  /** What HTML takes without quotes. */
  private static final Pattern PLAIN = Pattern.compile("[^\\s\"'=<>`&]+");

  private final Dress dress;
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> elements = new ArrayDeque<>();

  Svg(Dress dress) {
    this.dress = dress;
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn, and inks
   */
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
    // A slash next to a value without quotes would belong to it.
    out.append(dress.alone() ? "/>" : " />");
    return this;
  }

  Svg text(String words, Object... attributes) {
    open("text", attributes);
    out.append(Markup.escape(words));
    return close();
  }

  /** A path, unless there is nothing to draw; {@code attributes} as of {@link #open}. */
  Svg path(Pen pen, Object... attributes) {
    if (pen.isEmpty()) {
      return this;
    }
    final List<Object> all = new ArrayList<>(List.of(attributes));
    all.add("d");
    all.add(pen);
    return empty("path", all.toArray());
  }

  /**
   * A path whose points are figures of the table below the picture.
   *
   * @param line {@code data-r} for points along a row, {@code data-c} for points down a column
   * @param index of that row or column
   * @param others the columns or rows of the points, in their order
   */
  Svg figures(Pen pen, Ink ink, String line, int index, List<Integer> others) {
    final boolean all = IntStream.range(0, others.size()).allMatch(i -> others.get(i) == i);
    if (all) {
      return path(pen, ink, line, index);
    }
    final String which = others.stream().map(Object::toString).collect(Collectors.joining(","));
    return path(pen, ink, line, index, "data-i", which);
  }

  /** What other pictures are likely to have too. */
  Svg share(Svg part) {
    return raw(dress.share(part.toString()));
  }

  /** Markup as it is. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  /** For a part of this picture. */
  Svg part() {
    return new Svg(dress);
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
    final List<Object> flat = new ArrayList<>();
    for (final Object each : attributes) {
      if (each instanceof Ink ink) {
        flat.addAll(ink.attributes(dress));
      } else {
        flat.add(each);
      }
    }
    for (int i = 0; i < flat.size(); i += 2) {
      out.append(' ').append(flat.get(i)).append('=').append(quoted(flat.get(i + 1)));
    }
  }

  private String quoted(Object value) {
    final String text =
        value instanceof Number number ? number(number.doubleValue()) : value.toString();
    return !dress.alone() && PLAIN.matcher(text).matches()
        ? text
        : "\"" + Markup.escape(text) + "\"";
  }
}
