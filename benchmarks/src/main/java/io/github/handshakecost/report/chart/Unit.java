package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.NumberFormats;

/** The unit of a picture: one for all its figures. */
enum Unit {
  MICROS("µs", 1),
  MILLIS("ms", 1e3);

  private static final double MOST_MICROS = 10_000;

  private final String symbol;
  private final double micros;

  Unit(String symbol, double micros) {
    this.symbol = symbol;
    this.micros = micros;
  }

  /** The unit in which the greatest figure reads well. */
  static Unit of(double mostMicros) {
    return mostMicros < MOST_MICROS ? MICROS : MILLIS;
  }

  String symbol() {
    return symbol;
  }

  /** {@code 1,500} or {@code 0.1}: no digit more than a tick has. */
  String tick(double value) {
    return NumberFormats.plain(value / micros);
  }
}
