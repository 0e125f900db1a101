package io.github.handshakecost.report.chart;

/** The {@code d} of a path, in whole pixels, in its shortest form. */
final class SvgPath {
  private final StringBuilder d = new StringBuilder();
  private long x;
  private long y;

  /** Lifts the pen and sets it down again. */
  SvgPath to(double toX, double toY) {
    x = Math.round(toX);
    y = Math.round(toY);
    d.append('M').append(x);
    second(y);
    return this;
  }

  SvgPath line(double toX, double toY) {
    final long dx = Math.round(toX) - x;
    final long dy = Math.round(toY) - y;
    x += dx;
    y += dy;
    d.append('l').append(dx);
    second(dy);
    return this;
  }

  /** A line to the next point; the first one only sets the pen down. */
  SvgPath through(double toX, double toY) {
    return isEmpty() ? to(toX, toY) : line(toX, toY);
  }

  SvgPath across(double toX) {
    final long dx = Math.round(toX) - x;
    x += dx;
    d.append('h').append(dx);
    return this;
  }

  SvgPath down(double toY) {
    final long dy = Math.round(toY) - y;
    y += dy;
    d.append('v').append(dy);
    return this;
  }

  /** A point that is nothing but itself; a round cap or a marker makes it seen. */
  SvgPath dot(double atX, double atY) {
    return to(atX, atY).across(atX);
  }

  /** An upright whisker. */
  SvgPath upright(double atX, double fromY, double toY) {
    to(atX - 3, fromY).across(atX + 3).by(-3, 0).down(toY);
    return by(-3, 0).across(atX + 3);
  }

  /** A whisker that lies. */
  SvgPath lying(double fromX, double toX, double atY, long half) {
    return shaft(fromX, toX, atY, half).by(0, -half).down(atY + half);
  }

  /** A whisker that lies and goes on beyond its end: the head of an arrow stands there. */
  SvgPath arrow(double fromX, double toX, double atY, long half) {
    return shaft(fromX, toX, atY, half)
        .by(-half, -half)
        .line(toX, atY)
        .line(toX - half, atY + half);
  }

  private SvgPath shaft(double fromX, double toX, double atY, long half) {
    return to(fromX, atY - half).down(atY + half).by(0, -half).across(toX);
  }

  boolean isEmpty() {
    return d.isEmpty();
  }

  @Override
  public String toString() {
    return d.toString();
  }

  /** Lifts the pen and sets it down not far away. */
  private SvgPath by(long dx, long dy) {
    x += dx;
    y += dy;
    d.append('m').append(dx);
    second(dy);
    return this;
  }

  private void second(long number) {
    if (number >= 0) {
      d.append(',');
    }
    d.append(number);
  }
}
