package io.github.handshakecost.result;

import java.util.List;
import java.util.Optional;

/**
 * The distribution of the operations of one fork's measured iterations.
 *
 * @param count operations
 * @param points percentile (0 to 100, ascending) and time in microseconds at or below which that
 *     share of the operations lies
 */
public record Latency(long count, List<Point> points) {

  /** The percentiles that every report shows, so that every fork has to hold them. */
  public static final List<Double> REPORTED = List.of(50.0, 95.0, 99.0);

  public Latency {
    points = List.copyOf(points);
  }

  public record Point(double percentile, double micros) {}

  /** The time at a percentile that {@link #points} holds. */
  public double at(double percentile) {
    return find(percentile)
        .orElseThrow(() -> new IllegalArgumentException("no percentile " + percentile))
        .micros();
  }

  /** The last of the points; the longest operation if they reach to 100. */
  public double longest() {
    return points.get(points.size() - 1).micros();
  }

  /** The share of the operations that took so long at most, interpolated between the points. */
  public double shareUpTo(double micros) {
    Point below = new Point(0, 0);
    for (final Point point : points) {
      if (point.micros() > micros) {
        final double part = (micros - below.micros()) / (point.micros() - below.micros());
        return below.micros() == 0
            ? 0
            : (below.percentile() + part * (point.percentile() - below.percentile())) / 100;
      }
      below = point;
    }
    return 1;
  }

  /** Whether {@link #points} holds a percentile. */
  public boolean has(double percentile) {
    return find(percentile).isPresent();
  }

  private Optional<Point> find(double percentile) {
    for (final Point point : points) {
      if (point.percentile() == percentile) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }
}
