package io.github.handshakecost.stats;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Lines by least squares through the points of some rounds. The bootstrap needs ten thousand of
 * them, so each round is kept as its sums, and a line takes a few of their means. Sums of squares
 * far from zero lose digits, so they are taken about the mean of all points.
 */
final class Lines {
  private final double centreX;
  private final double centreY;

  // By round.
  private final double[] points;
  private final double[] x;
  private final double[] y;
  private final double[] xx;
  private final double[] xy;

  /** Of points by round, at least one in each. */
  Lines(List<List<Point>> rounds) {
    final List<Point> all = rounds.stream().flatMap(List::stream).toList();
    centreX = ForkFigures.mean(all.stream().mapToDouble(Point::x).toArray());
    centreY = ForkFigures.mean(all.stream().mapToDouble(Point::y).toArray());
    points = rounds.stream().mapToDouble(List::size).toArray();
    x = new double[points.length];
    y = new double[points.length];
    xx = new double[points.length];
    xy = new double[points.length];
    for (int round = 0; round < points.length; round++) {
      for (final Point point : rounds.get(round)) {
        final double right = point.x() - centreX;
        final double above = point.y() - centreY;
        x[round] += right;
        y[round] += above;
        xx[round] += right * right;
        xy[round] += right * above;
      }
    }
  }

  record Point(double x, double y) {}

  /** A line by its value at 0 and its growth for each x. */
  record Line(double intercept, double slope) {
    double at(double x) {
      return intercept + slope * x;
    }
  }

  /** The line through the points of all rounds; NaN unless two of them differ in x. */
  Line all() {
    return of(sums -> new double[] {ForkFigures.mean(sums)}).apply(0);
  }

  /**
   * The lines through resamples of the rounds, by number; each is computed on demand.
   *
   * @param means of the sums of the rounds, one for each resample
   */
  IntFunction<Line> of(UnaryOperator<double[]> means) {
    final double[] meanN = means.apply(points);
    final double[] meanX = means.apply(x);
    final double[] meanY = means.apply(y);
    final double[] meanXx = means.apply(xx);
    final double[] meanXy = means.apply(xy);
    return i -> line(meanN[i], meanX[i], meanY[i], meanXx[i], meanXy[i]);
  }

  /** From sums over points; all five may be divided by the same number. */
  private Line line(double n, double sumX, double sumY, double sumXx, double sumXy) {
    final double slope = (sumXy - sumX * sumY / n) / (sumXx - sumX * sumX / n);
    return new Line(centreY + sumY / n - slope * (centreX + sumX / n), slope);
  }
}
