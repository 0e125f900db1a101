package io.github.handshakecost.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * From values to pixels, with ticks that read well.
 *
 * @param low the value at {@code from}; more than 0 on a logarithmic scale
 * @param high the value at {@code to}; more than {@code low}
 */
record Scale(double low, double high, double from, double to, boolean logarithmic) {
  private static final double DECADES_WITH_STEPS = 3;
  private static final List<Double> STEPS = List.of(1.0, 2.0, 5.0, 10.0);

  /** For what floating point makes of round numbers. */
  private static final double SLACK = 1e-9;

  /** Between round numbers around these two. */
  static Scale linear(double low, double high, double from, double to) {
    final double step = step(high - low);
    final double least = step * Math.floor(low / step + SLACK);
    final double most = step * Math.ceil(high / step - SLACK);
    return step(most - least) > step * (1 + SLACK)
        ? linear(least, most, from, to)
        : new Scale(least, most, from, to, false);
  }

  /** Between round numbers around these two, and never all on one line. */
  static Scale logarithmic(double low, double high, double from, double to) {
    final double least = roundedDown(low);
    final double most = roundedUp(high);
    return new Scale(least, most > least ? most : 10 * least, from, to, true);
  }

  /** The same values on other pixels. */
  Scale onto(double start, double end) {
    return new Scale(low, high, start, end, logarithmic);
  }

  double at(double value) {
    final double share =
        logarithmic
            ? StrictMath.log(Math.max(low, value) / low) / StrictMath.log(high / low)
            : (value - low) / (high - low);
    return from + (to - from) * share;
  }

  /** Round numbers, at most ten of them. */
  List<Double> ticks() {
    return logarithmic ? powers() : multiples();
  }

  private List<Double> multiples() {
    final double step = step(high - low);
    return LongStream.rangeClosed(Math.round(low / step), Math.round(high / step))
        .mapToObj(i -> i * step)
        .toList();
  }

  private List<Double> powers() {
    final boolean steps = StrictMath.log10(high / low) < DECADES_WITH_STEPS;
    final List<Double> ticks = new ArrayList<>();
    final int last = (int) Math.floor(StrictMath.log10(high) + SLACK);
    for (int power = (int) Math.floor(StrictMath.log10(low) + SLACK); power <= last; power++) {
      for (final double step : STEPS.subList(0, steps ? 3 : 1)) {
        final double tick = step * StrictMath.pow(10, power);
        if (tick >= low * (1 - SLACK) && tick <= high * (1 + SLACK)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  /** One, two or five times a power of ten, that goes some four times into a length. */
  private static double step(double length) {
    return roundedUp(length / 4);
  }

  private static double roundedDown(double value) {
    final double digit = value / power(value);
    return power(value) * STEPS.stream().filter(it -> it <= digit + SLACK).reduce(1.0, Math::max);
  }

  private static double roundedUp(double value) {
    final double digit = value / power(value);
    return power(value) * STEPS.stream().filter(it -> it >= digit - SLACK).findFirst().orElse(10.0);
  }

  private static double power(double value) {
    return StrictMath.pow(10, Math.floor(StrictMath.log10(value) + SLACK));
  }
}
