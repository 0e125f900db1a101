package io.github.handshakecost.stats;

import java.util.List;

/**
 * A straight line, by least squares.
 *
 * @param intercept where x is 0
 * @param slope y for each x
 */
record Line(double intercept, double slope) {

  /** A point to lay a line through. */
  record Point(double x, double y) {}

  /** The line nearest to the points; its slope is NaN unless two of them differ in x. */
  static Line through(List<Point> points) {
    final double meanX = points.stream().mapToDouble(Point::x).average().orElse(Double.NaN);
    final double meanY = points.stream().mapToDouble(Point::y).average().orElse(Double.NaN);
    double across = 0;
    double along = 0;
    for (final Point point : points) {
      across += (point.x() - meanX) * (point.x() - meanX);
      along += (point.x() - meanX) * (point.y() - meanY);
    }
    final double slope = along / across;
    return new Line(meanY - slope * meanX, slope);
  }

  double at(double x) {
    return intercept + slope * x;
  }
}
