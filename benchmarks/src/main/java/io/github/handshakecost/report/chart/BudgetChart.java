package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of an operation goes: a bar to scale for each policy, with the 95 % interval of
 * the whole. The figures stand on the line above the bar, so that no interval pushes them away.
 *
 * @param operation what one bar is: a request or a loop
 * @param bars of one place, at least one
 */
public record BudgetChart(Caption caption, String operation, List<Bar> bars) implements Chart {
  private static final List<Phase> PHASES = List.of(Phase.values());
  private static final int BARS = Frame.LEFT;
  private static final int BARS_END = Frame.WIDTH - 24;
  private static final int ROW = 42;

  /** A bar that is a hundred times shorter than another must still be seen. */
  private static final int LEAST = 2;

  /**
   * How far beyond the longest bar the axis goes for whiskers, before it is rounded up: a long one
   * would leave no room for the bars.
   */
  private static final double ROOM = 1.5;

  private static final int LEGEND_COLUMNS = 3;
  private static final int LEGEND_COLUMN = 150;

  /** The width of a letter. */
  private static final int LETTER = 10;

  /** A policy, and the figures beside its name. */
  public record Bar(CellSummary rung, String label) {
    /** The interval of the whole; null where it tells no size. */
    private @Nullable Interval whisker() {
      final Interval ci95 = rung.ci95();
      return ci95 == null || ci95.tooWide() ? null : ci95;
    }

    private double high() {
      final Interval whisker = whisker();
      return whisker == null ? rung.mean() : whisker.high();
    }
  }

  @Override
  public String draw(Target target) {
    final int head = Frame.LEGEND_LINE * PHASES.size() / LEGEND_COLUMNS + 6;
    final Frame frame = new Frame(caption, target, head, ROW * bars.size() + 4, List.of());
    final Svg svg = frame.svg();
    final Plot plot = frame.wholeWidth();
    final Unit unit = Unit.of(most());
    final Scale scale = Scale.linear(0, most(), BARS, BARS_END);
    final boolean arrow = bars.stream().anyMatch(bar -> goesOn(bar, scale));
    legend(svg, frame.top());
    plot.lying(
        scale.ticks(),
        scale::at,
        unit::tick,
        "time per %s, %s%s"
            .formatted(operation, unit.symbol(), arrow ? "; arrow: the interval goes on" : ""));
    final List<Row> rows =
        IntStream.range(0, bars.size())
            .mapToObj(i -> Row.of(bars.get(i), plot.top() + ROW * i, scale))
            .toList();
    for (final Phase phase : PHASES) {
      final SvgPath path = new SvgPath();
      rows.forEach(row -> row.bar(path, phase));
      svg.path(path, Palette.bar(phase));
    }
    rows.forEach(row -> row.letters(svg));
    final SvgPath whiskers = new SvgPath();
    rows.forEach(row -> row.whisker(whiskers));
    svg.path(whiskers, SvgStyle.WHISKER);
    rows.forEach(row -> row.label(svg));
    return frame.end();
  }

  /** Phases by colour and letter, in the order in which they are spent, in two lines. */
  private static void legend(Svg svg, int top) {
    for (int i = 0; i < PHASES.size(); i++) {
      final Phase phase = PHASES.get(i);
      final int x = Frame.LEFT + LEGEND_COLUMN * (i % LEGEND_COLUMNS);
      final int y = top + Frame.LEGEND_LINE * (i / LEGEND_COLUMNS);
      final double middle = x + Palette.BAR / 2.0;
      svg.path(new SvgPath().to(x, y + 8).across(x + Palette.BAR), Palette.bar(phase));
      svg.text(Palette.letter(phase), Palette.onBar(phase), "x", middle, "y", y + 11.5);
      svg.text(phase.label(), SvgStyle.TEXT, "x", x + Palette.BAR + 5, "y", y + 12);
    }
  }

  /** A phase on its bar, in pixels. */
  private record Stretch(double from, double to) {
    double middle() {
      return (from + to) / 2;
    }
  }

  /** A bar at its place. */
  private record Row(Bar bar, int top, Scale scale, Map<Phase, Stretch> stretches) {
    /** The ends of the phases are rounded, not their lengths: the bar is as long as it is. */
    static Row of(Bar bar, int top, Scale scale) {
      final CellSummary rung = bar.rung();
      final double end = Math.max(BARS + LEAST, Math.rint(scale.at(rung.mean())));
      final Map<Phase, Stretch> stretches = new EnumMap<>(Phase.class);
      double spent = 0;
      double from = BARS;
      for (final Phase phase : PHASES) {
        spent += Math.max(0, phase.of(rung.phases()));
        final double to = Math.min(end, Math.rint(BARS + (end - BARS) * spent / rung.mean()));
        if (to > from) {
          stretches.put(phase, new Stretch(from, to));
          from = to;
        }
      }
      return new Row(bar, top, scale, stretches);
    }

    private int middle() {
      return top + 27;
    }

    void bar(SvgPath path, Phase phase) {
      final Stretch stretch = stretches.get(phase);
      if (stretch != null) {
        path.to(stretch.from, middle()).across(stretch.to);
      }
    }

    /** A letter where the stretch has room for it and no whisker crosses it. */
    void letters(Svg svg) {
      stretches.forEach(
          (phase, stretch) -> {
            if (stretch.to - stretch.from >= LETTER && !whiskerCovers(stretch.middle())) {
              svg.text(
                  Palette.letter(phase),
                  Palette.onBar(phase),
                  "x",
                  stretch.middle(),
                  "y",
                  middle() + 3.5);
            }
          });
    }

    private boolean whiskerCovers(double x) {
      final Interval whisker = bar.whisker();
      return whisker != null
          && scale.at(whisker.low()) <= x + LETTER / 2.0
          && x - LETTER / 2.0 <= scale.at(whisker.high());
    }

    void whisker(SvgPath path) {
      final Interval whisker = bar.whisker();
      if (whisker == null) {
        return;
      }
      final double low = scale.at(whisker.low());
      if (goesOn(bar, scale)) {
        path.arrow(low, BARS_END, middle(), 4);
      } else {
        path.lying(low, scale.at(whisker.high()), middle(), 4);
      }
    }

    void label(Svg svg) {
      svg.text(bar.rung.policy(), SvgStyle.TEXT, "x", BARS, "y", top + 14);
      svg.text(bar.label, SvgStyle.TEXT, "x", BARS_END, "y", top + 14, "text-anchor", "end");
    }
  }

  private double most() {
    final double bar = bars.stream().mapToDouble(it -> it.rung().mean()).max().orElseThrow();
    return Math.min(ROOM * bar, bars.stream().mapToDouble(Bar::high).max().orElseThrow());
  }

  private static boolean goesOn(Bar bar, Scale scale) {
    return bar.high() > scale.high();
  }
}
