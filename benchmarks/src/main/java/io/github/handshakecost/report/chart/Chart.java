package io.github.handshakecost.report.chart;

/** A picture of some figures: the same bytes for the same figures. */
public interface Chart {
  /** Where a picture stands, which decides how it is styled. */
  enum Target {
    /** In a file of its own: with its heading, on white, its colours fixed. */
    FILE,
    /** In a page, which has the heading, the colours and the markers of the policies. */
    PAGE
  }

  /** The picture as SVG. */
  String draw(Target target);
}
