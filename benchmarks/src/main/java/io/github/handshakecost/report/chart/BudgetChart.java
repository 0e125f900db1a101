package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of an operation goes: a bar to scale for each policy, with the 95 % interval of
 * the whole. The figures stand on the line above the bar, so that no interval pushes them away.
 *
 * @param operation what one bar is: a request or a loop
 * @param bars of one place, at least one
 */
public record BudgetChart(Caption caption, String operation, List<Bar> bars) implements Chart {
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

    /** A letter there would not be read. */
    private boolean whiskerCovers(double x, Scale scale) {
      final Interval whisker = whisker();
      return whisker != null
          && scale.at(whisker.low()) <= x + LETTER / 2.0
          && x - LETTER / 2.0 <= scale.at(whisker.high());
    }
  }

  private List<Phase> phases() {
    return Phase.told(bars.stream().map(bar -> bar.rung.phases()).toList());
  }

  @Override
  public String draw(Target target) {
    final List<Phase> phases = phases();
    final int lines = (phases.size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS;
    final int head = Frame.LEGEND_LINE * lines + 6;
    final Frame frame = new Frame(caption, target, head, ROW * bars.size() + 4, List.of());
    final Svg svg = frame.svg();
    final Plot plot = frame.wholeWidth();
    final Unit unit = Unit.of(most());
    final Scale scale = Scale.linear(0, most(), BARS, BARS_END);
    final boolean arrow = bars.stream().anyMatch(bar -> bar.high() > scale.high());
    legend(svg, phases, frame.top());
    plot.lying(
        scale.ticks(),
        scale::at,
        unit::tick,
        "time per %s, %s%s"
            .formatted(operation, unit.symbol(), arrow ? "; arrow: the interval goes on" : ""));
    for (int i = 0; i < bars.size(); i++) {
      row(svg, phases, bars.get(i), plot.top() + ROW * i, scale);
    }
    return frame.end();
  }

  /** Phases by colour and letter, in the order in which they are spent. */
  private static void legend(Svg svg, List<Phase> phases, int top) {
    for (int i = 0; i < phases.size(); i++) {
      final Phase phase = phases.get(i);
      final int x = Frame.LEFT + LEGEND_COLUMN * (i % LEGEND_COLUMNS);
      final int y = top + Frame.LEGEND_LINE * (i / LEGEND_COLUMNS);
      final double middle = x + Palette.BAR / 2.0;
      svg.path(new SvgPath().to(x, y + 8).across(x + Palette.BAR), Palette.bar(phase));
      svg.text(Palette.letter(phase), Palette.onBar(phase), "x", middle, "y", y + 11.5);
      svg.text(phase.label(), SvgStyle.TEXT, "x", x + Palette.BAR + 5, "y", y + 12);
    }
  }

  /** The ends of the phases are rounded, not their lengths: the bar is as long as it is. */
  private static void row(Svg svg, List<Phase> phases, Bar bar, int top, Scale scale) {
    final CellSummary rung = bar.rung();
    final int middle = top + 27;
    final double end = Math.max(BARS + LEAST, Math.rint(scale.at(rung.mean())));
    double spent = 0;
    double from = BARS;
    for (final Phase phase : phases) {
      spent += Math.max(0, phase.of(rung.phases()));
      final double to = Math.min(end, Math.rint(BARS + (end - BARS) * spent / rung.mean()));
      if (to > from) {
        final double x = (from + to) / 2;
        svg.path(new SvgPath().to(from, middle).across(to), Palette.bar(phase));
        if (to - from >= LETTER && !bar.whiskerCovers(x, scale)) {
          svg.text(Palette.letter(phase), Palette.onBar(phase), "x", x, "y", middle + 3.5);
        }
        from = to;
      }
    }
    final Interval whisker = bar.whisker();
    if (whisker != null) {
      final double low = scale.at(whisker.low());
      svg.path(
          bar.high() > scale.high()
              ? new SvgPath().arrow(low, BARS_END, middle, 4)
              : new SvgPath().lying(low, scale.at(whisker.high()), middle, 4),
          SvgStyle.WHISKER);
    }
    svg.text(rung.policyLabel(), SvgStyle.TEXT, "x", BARS, "y", top + 14);
    svg.text(bar.label, SvgStyle.TEXT, "x", BARS_END, "y", top + 14, "text-anchor", "end");
  }

  private double most() {
    final double bar = bars.stream().mapToDouble(it -> it.rung().mean()).max().orElseThrow();
    return Math.min(ROOM * bar, bars.stream().mapToDouble(Bar::high).max().orElseThrow());
  }
}
