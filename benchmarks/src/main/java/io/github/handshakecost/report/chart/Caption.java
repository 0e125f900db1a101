package io.github.handshakecost.report.chart;

/**
 * What a picture says of itself.
 *
 * @param title what it shows
 * @param place under which circumstances
 * @param mark what is wrong with the run, for example {@code incomplete, undecided}; empty where
 *     nothing is
 */
public record Caption(String title, String place, String mark) {

  /**
   * The picture in words, for who cannot see it: with its place, by which it differs from others.
   */
  public String words() {
    return marked(title + ": " + place);
  }

  /** Words about the picture with its mark, which is painted and not read out. */
  public String marked(String words) {
    return mark.isEmpty() ? words : words + " (" + mark + ")";
  }
}
