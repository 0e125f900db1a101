package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of an operation goes: a bar to scale for each policy, with the 95 % interval of
 * the whole. The figures stand on the line above the bar, so that no interval pushes them away.
 */
public final class BudgetChart implements Chart {
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

  /** The width of a letter. */
  private static final int LETTER = 10;

  private final Caption caption;
  private final String operation;
  private final List<Bar> bars;
  private final Unit unit;

  /**
   * A policy.
   *
   * @param label figures beside its name
   */
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

  /**
   * A chart.
   *
   * @param operation what one bar is: a request or a loop
   * @param bars of one place, at least one
   */
  public BudgetChart(Caption caption, String operation, List<Bar> bars) {
    this.caption = caption;
    this.operation = operation;
    this.bars = List.copyOf(bars);
    unit = Unit.of(most());
  }

  @Override
  public String draw(Target target) {
    final int head = Legend.HEIGHT_OF_PHASES + 6;
    final int height = ROW * bars.size() + 4;
    final Frame frame = new Frame(caption, head + height + Plot.FOOT, target, List.of());
    final Svg svg = frame.svg();
    final int first = frame.top() + head;
    final Plot plot = new Plot(BARS, BARS_END, first, first + height);
    final Scale scale = Scale.linear(most(), BARS, BARS_END);
    Legend.phases(svg, frame.top());
    plot.lying(
        svg,
        scale.ticks(),
        scale::at,
        unit::tick,
        "time per %s, %s%s"
            .formatted(
                operation,
                unit.symbol(),
                bars.stream().anyMatch(bar -> goesOn(bar, scale))
                    ? "; arrow: the interval goes on"
                    : ""));
    final List<Map<Phase, Stretch>> stretches =
        bars.stream().map(bar -> stretches(bar.rung(), scale)).toList();
    for (final Phase phase : PHASES) {
      bar(svg, phase, stretches, first);
    }
    letters(svg, scale, stretches, first);
    whiskers(svg, scale, first);
    labels(svg, first);
    return frame.end();
  }

  private void labels(Svg svg, int first) {
    for (int i = 0; i < bars.size(); i++) {
      final Bar bar = bars.get(i);
      final int y = first + ROW * i + 14;
      svg.text(bar.rung().cell().policy(), SvgStyle.TEXT, "x", BARS, "y", y);
      svg.text(bar.label(), SvgStyle.TEXT, "x", BARS_END, "y", y, "text-anchor", "end");
    }
  }

  private static void bar(Svg svg, Phase phase, List<Map<Phase, Stretch>> bars, int first) {
    final SvgPath path = new SvgPath();
    for (int i = 0; i < bars.size(); i++) {
      final Stretch stretch = bars.get(i).getOrDefault(phase, Stretch.NONE);
      if (stretch.to() > stretch.from()) {
        path.to(stretch.from(), middle(first, i)).across(stretch.to());
      }
    }
    svg.path(path, Palette.bar(phase));
  }

  /** A letter where the stretch has room for it and no whisker crosses it. */
  private void letters(Svg svg, Scale scale, List<Map<Phase, Stretch>> stretches, int first) {
    for (int i = 0; i < bars.size(); i++) {
      for (final Phase phase : PHASES) {
        final Stretch stretch = stretches.get(i).getOrDefault(phase, Stretch.NONE);
        if (stretch.to() - stretch.from() >= LETTER
            && !whiskerCovers(bars.get(i), scale, stretch)) {
          svg.text(
              Palette.letter(phase),
              Palette.onBar(phase),
              "x",
              (stretch.from() + stretch.to()) / 2,
              "y",
              middle(first, i) + 3.5);
        }
      }
    }
  }

  private static boolean whiskerCovers(Bar bar, Scale scale, Stretch stretch) {
    final Interval whisker = bar.whisker();
    final double middle = (stretch.from() + stretch.to()) / 2;
    return whisker != null
        && scale.at(whisker.low()) <= middle + LETTER / 2.0
        && middle - LETTER / 2.0 <= scale.at(whisker.high());
  }

  private void whiskers(Svg svg, Scale scale, int first) {
    final SvgPath path = new SvgPath();
    for (int i = 0; i < bars.size(); i++) {
      final Interval whisker = bars.get(i).whisker();
      if (whisker == null) {
        continue;
      }
      final double low = scale.at(whisker.low());
      if (goesOn(bars.get(i), scale)) {
        path.arrow(low, BARS_END, middle(first, i), 4);
      } else {
        path.lying(low, scale.at(whisker.high()), middle(first, i), 4);
      }
    }
    svg.path(path, SvgStyle.WHISKER);
  }

  /** The ends of the phases are rounded, not their lengths, so that the bar is as long as it is. */
  private static Map<Phase, Stretch> stretches(CellSummary rung, Scale scale) {
    final double end = Math.max(BARS + LEAST, Math.rint(scale.at(rung.mean())));
    final Map<Phase, Stretch> stretches = new EnumMap<>(Phase.class);
    double spent = 0;
    double from = BARS;
    for (final Phase phase : PHASES) {
      spent += Math.max(0, phase.of(rung.phases()));
      final double to = Math.min(end, Math.rint(BARS + (end - BARS) * spent / rung.mean()));
      stretches.put(phase, new Stretch(from, Math.max(from, to)));
      from = Math.max(from, to);
    }
    return stretches;
  }

  private double most() {
    final double bar = bars.stream().mapToDouble(it -> it.rung().mean()).max().orElseThrow();
    return Math.min(ROOM * bar, bars.stream().mapToDouble(Bar::high).max().orElseThrow());
  }

  private static boolean goesOn(Bar bar, Scale scale) {
    return bar.high() > scale.high();
  }

  private static int middle(int first, int row) {
    return first + ROW * row + 27;
  }

  /** A phase on its bar, in pixels. */
  private record Stretch(double from, double to) {
    static final Stretch NONE = new Stretch(BARS, BARS);
  }
}
