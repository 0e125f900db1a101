package io.github.handshakecost.report.chart;

/** A picture of some figures: the same bytes for the same figures. */
public interface Chart {
  /** The picture as SVG. */
  String draw(SvgTarget target);
}
