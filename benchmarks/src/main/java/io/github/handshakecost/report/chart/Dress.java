package io.github.handshakecost.report.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * How a picture is dressed. In a file it stands alone: with its heading, on white, its colours
 * fixed. In a page it is a part: the page has the heading, the style sheet has the colours, and
 * what many pictures have in common is written once.
 */
public final class Dress {
  private static final Dress FILE = new Dress(true);

  private final boolean alone;
  private final Map<String, String> shared = new LinkedHashMap<>();
  private List<String> names = List.of();
  private int named;

  private Dress(boolean alone) {
    this.alone = alone;
  }

  public static Dress file() {
    return FILE;
  }

  /** For all the pictures of one page. */
  public static Dress page() {
    return new Dress(false);
  }

  /** What the pictures drawn so far refer to; has to stand in the same page. */
  public String definitions() {
    return shared.entrySet().stream()
        .map(Dress::definition)
        .collect(Collectors.joining("", "<defs>" + Palette.markers(this), "</defs>"));
  }

  /**
   * Names the pictures that follow by headings of their page: said again in each, the place alone
   * would take a thirtieth of a large page.
   *
   * @param headings their ids; empty where a picture has to say it itself
   */
  public void nameBy(List<String> headings) {
    names = List.copyOf(headings);
  }

  /** What a picture is called, as attributes: names and values in turn. */
  List<Object> name(Caption caption) {
    if (names.isEmpty()) {
      return List.of("aria-label", caption.words());
    }
    if (caption.mark().isEmpty()) {
      return List.of("aria-labelledby", String.join(" ", names));
    }
    final String own = "c" + named++;
    final String all = String.join(" ", names) + " " + own;
    return List.of("id", own, "aria-label", caption.mark(), "aria-labelledby", all);
  }

  boolean alone() {
    return alone;
  }

  /** A part that other pictures are likely to have too. */
  String share(String content) {
    if (alone || content.isEmpty()) {
      return content;
    }
    final String id = shared.computeIfAbsent(content, any -> "u" + shared.size());
    return "<use href=#" + id + " />";
  }

  private static String definition(Entry<String, String> part) {
    return "<g id=" + part.getValue() + ">" + part.getKey() + "</g>";
  }
}
