package io.github.handshakecost.stats;

/**
 * A straight line.
 *
 * @param intercept where x is 0
 * @param slope y for each x
 */
record Line(double intercept, double slope) {
  double at(double x) {
    return intercept + slope * x;
  }
}
