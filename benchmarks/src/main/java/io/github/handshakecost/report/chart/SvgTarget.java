package io.github.handshakecost.report.chart;

/** Where a picture stands, which decides how it is styled. */
public enum SvgTarget {
  /** In a file of its own: with its heading, on white, its colours fixed. */
  FILE,
  /** In a page, which has the heading, the colours and the markers of the policies. */
  PAGE
}
