package io.github.handshakecost.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a picture: what it shows, where that holds, and what is wrong with the run, for
 * example {@code incomplete, undecided}.
 */
public record Caption(String title, String place, String mark) {
  /** The letters that fit on a line of a picture. */
  private static final int LINE = 62;

  /** The place, in as many lines as it needs. */
  List<String> lines() {
    final List<String> lines = new ArrayList<>();
    String rest = place;
    while (rest.length() > LINE && rest.lastIndexOf(", ", LINE - 2) > 0) {
      final int end = rest.lastIndexOf(", ", LINE - 2) + 1;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }

  /** The picture in words, for who cannot see it. */
  public String words() {
    return marked(title + ": " + place);
  }

  /** Words about the picture with its mark, which is painted and not read out. */
  public String marked(String words) {
    return mark.isEmpty() ? words : words + " (" + mark + ")";
  }
}
