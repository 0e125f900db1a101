package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.NumberFormats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many operations took how long: a histogram for each policy, one below the other, on one
 * logarithmic scale of times. Each is as high as its own highest bar.
 *
 * @param operation what is timed: a request or a loop
 * @param rungs of one place, at least one
 */
public record HistogramChart(Caption caption, String operation, List<Rung> rungs) implements Chart {
  private static final int NAME = 16;
  private static final int BARS = 34;
  private static final int ROW = NAME + BARS + 8;
  private static final int BINS = 120;

  /** A policy, and the distribution in each of its forks. */
  public record Rung(String policy, List<Latency> forks) {
    /** Of all forks. */
    public long operations() {
      return forks.stream().mapToLong(Latency::count).sum();
    }

    private double shareBetween(double low, double high) {
      return forks.stream()
          .mapToDouble(fork -> fork.shareUpTo(high) - fork.shareUpTo(low))
          .average()
          .orElseThrow();
    }

    private DoubleStream times() {
      return forks.stream()
          .flatMap(fork -> fork.points().stream())
          .mapToDouble(Latency.Point::micros)
          .filter(time -> time > 0);
    }
  }

  @Override
  public String draw(Target target) {
    final Frame frame = new Frame(caption, target, 0, ROW * rungs.size(), List.of());
    final Plot plot = frame.wholeWidth();
    final double least = times().min().orElse(1);
    final double most = times().max().orElse(1);
    final Unit unit = Unit.of(most);
    final Scale scale = Scale.logarithmic(least, most, plot.left() + 14.0, plot.right() - 14.0);
    plot.lying(
        scale.ticks(),
        scale::at,
        unit::tick,
        "time per %s, %s".formatted(operation, unit.symbol()));
    for (int i = 0; i < rungs.size(); i++) {
      rung(frame.svg(), rungs.get(i), scale, plot.top() + ROW * i);
    }
    return frame.end();
  }

  private static void rung(Svg svg, Rung rung, Scale scale, int top) {
    final String operations = NumberFormats.counted(rung.operations(), "operation");
    svg.text(rung.policy() + ", " + operations, SvgStyle.TEXT, "x", Frame.LEFT, "y", top + 12);
    final double width = (scale.to() - scale.from()) / BINS;
    final double factor = StrictMath.pow(scale.high() / scale.low(), 1.0 / BINS);
    final double[] shares =
        IntStream.range(0, BINS)
            .mapToDouble(
                bin -> {
                  // The fastest operation belongs to its bin.
                  final double low = scale.low() * StrictMath.pow(factor, bin);
                  return rung.shareBetween(bin == 0 ? 0 : low, low * factor);
                })
            .toArray();
    final double most = Arrays.stream(shares).max().orElseThrow();
    final int bottom = top + NAME + BARS;
    final SvgPath bars = new SvgPath();
    for (int bin = 0; bin < BINS; bin++) {
      // Between the highest percentiles shares are interpolated: less than half an operation is
      // none.
      if (shares[bin] * rung.operations() >= 0.5) {
        final double from = scale.from() + bin * width;
        final double height = Math.max(1, BARS * shares[bin] / most);
        bars.to(from, bottom).down(bottom - height).across(from + width).down(bottom);
      }
    }
    svg.path(bars, Palette.area(rung.policy()));
    svg.path(new SvgPath().to(scale.from(), bottom).across(scale.to()), SvgStyle.GRID);
  }

  private DoubleStream times() {
    return rungs.stream().flatMapToDouble(Rung::times);
  }
}
