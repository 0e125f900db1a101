package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of an operation goes: a bar for each rung, of its true length, with the 95 %
 * interval of the whole; or all of one length, to compare shares.
 */
public final class BudgetChart implements Chart {
  private static final List<Phase> PHASES = List.of(Phase.values());
  private static final int BARS = 186;
  private static final int BARS_END = 540;
  private static final int ROW = 26;
  private static final int LEGEND = 26;

  /** A bar that is a hundred times shorter than another must still be seen. */
  private static final int LEAST = 2;

  /**
   * How far beyond the longest bar the axis goes for whiskers, before it is rounded up: a long one
   * would leave no room for the bars.
   */
  private static final double ROOM = 1.5;

  /** What a letter takes. */
  private static final int LETTER = 10;

  private final Caption caption;
  private final String operation;
  private final List<CellSummary> rungs;
  private final boolean shares;
  private final Unit unit;

  /**
   * A chart.
   *
   * @param operation what one bar is: a request or a loop
   * @param rungs of one place, at least one
   * @param shares whether all bars are of one length
   */
  public BudgetChart(Caption caption, String operation, List<CellSummary> rungs, boolean shares) {
    this.caption = caption;
    this.operation = operation;
    this.rungs = List.copyOf(rungs);
    this.shares = shares;
    unit = Unit.of(most());
  }

  @Override
  public String draw(Dress dress) {
    final int height = ROW * rungs.size();
    final Frame frame = new Frame(caption, LEGEND + height + Plot.FOOT, dress, List.of());
    final Svg svg = frame.svg();
    final int first = frame.top() + LEGEND;
    final Plot plot = new Plot(BARS, BARS_END, first, first + height);
    final Scale scale =
        shares ? Scale.linear(100, BARS, BARS_END) : Scale.linear(most(), BARS, BARS_END);
    Legend.phases(svg, frame.top());
    grid(svg, plot, scale);
    names(svg, first);
    final List<Map<Phase, Stretch>> bars =
        rungs.stream().map(rung -> stretches(rung, scale)).toList();
    for (final Phase phase : PHASES) {
      bar(svg, phase, bars, first);
    }
    letters(svg, scale, bars, first);
    figures(svg, scale, bars, first);
    return frame.end();
  }

  private void grid(Svg svg, Plot plot, Scale scale) {
    final Svg part = svg.part();
    final Pen lines = new Pen();
    scale.ticks().forEach(tick -> lines.to(scale.at(tick), plot.top()).down(plot.bottom()));
    svg.share(part.path(lines, Ink.GRID));
    if (shares) {
      plot.lying(
          svg, scale.ticks(), scale::at, Figures::plain, "share of the " + operation + ", %");
    } else {
      plot.lying(
          svg,
          scale.ticks(),
          scale::at,
          unit::tick,
          "time per "
              + operation
              + ", "
              + unit.symbol()
              + (rungs.stream().anyMatch(rung -> goesOn(rung, scale))
                  ? "; arrow: the interval goes on"
                  : ""));
    }
  }

  private void names(Svg svg, int first) {
    final Svg part = svg.part().open("g", Ink.TEXT, "text-anchor", "end");
    for (int i = 0; i < rungs.size(); i++) {
      part.text(policy(rungs.get(i)), "x", BARS - 8, "y", middle(first, i) + 4);
    }
    svg.share(part.close());
  }

  private static void bar(Svg svg, Phase phase, List<Map<Phase, Stretch>> bars, int first) {
    final Pen pen = new Pen();
    for (int i = 0; i < bars.size(); i++) {
      final Stretch stretch = bars.get(i).getOrDefault(phase, Stretch.NONE);
      pen.to(stretch.from(), middle(first, i)).across(stretch.to());
    }
    // Columns of the table below: the policy, the mean, then the phases.
    svg.path(pen, Palette.bar(phase), "data-c", PHASES.indexOf(phase) + 2);
  }

  /** All letters of a colour in one element: each has its own place. */
  private void letters(Svg svg, Scale scale, List<Map<Phase, Stretch>> bars, int first) {
    for (final Ink ink : PHASES.stream().map(Palette::onBar).distinct().toList()) {
      final StringBuilder letters = new StringBuilder();
      final List<String> xs = new ArrayList<>();
      final List<String> ys = new ArrayList<>();
      for (int i = 0; i < bars.size(); i++) {
        for (final Phase phase : PHASES) {
          final Stretch stretch = bars.get(i).getOrDefault(phase, Stretch.NONE);
          if (Palette.onBar(phase).equals(ink)
              && stretch.to() - stretch.from() >= LETTER
              && !whiskerCovers(rungs.get(i), scale, stretch)) {
            letters.append(Palette.letter(phase));
            xs.add(Svg.number((stretch.from() + stretch.to()) / 2));
            ys.add(Svg.number(middle(first, i) + 3.5));
          }
        }
      }
      if (!xs.isEmpty()) {
        svg.text(letters.toString(), ink, "x", String.join(" ", xs), "y", String.join(" ", ys));
      }
    }
  }

  private boolean whiskerCovers(CellSummary rung, Scale scale, Stretch stretch) {
    final double middle = (stretch.from() + stretch.to()) / 2;
    return !shares
        && rung.ci95() != null
        && scale.at(rung.ci95().low()) <= middle + LETTER / 2.0
        && middle - LETTER / 2.0 <= scale.at(rung.ci95().high());
  }

  /** The mean in figures behind its bar, whatever the bar's length, and its interval on it. */
  private void figures(Svg svg, Scale scale, List<Map<Phase, Stretch>> bars, int first) {
    final Pen whiskers = new Pen();
    final Svg part = svg.part().open("g", Ink.TEXT);
    for (int i = 0; i < rungs.size(); i++) {
      final CellSummary rung = rungs.get(i);
      double end = bars.get(i).getOrDefault(Phase.RESIDUAL, Stretch.NONE).to();
      if (!shares && rung.ci95() != null) {
        final double low = scale.at(rung.ci95().low());
        final double high = Math.min(BARS_END, scale.at(rung.ci95().high()));
        if (goesOn(rung, scale)) {
          whiskers.arrow(low, high, middle(first, i), 4);
        } else {
          whiskers.lying(low, high, middle(first, i), 4);
        }
        end = Math.max(end, high);
      }
      part.text(unit.figure(rung.mean()), "x", Math.round(end) + 8, "y", middle(first, i) + 4);
    }
    svg.path(whiskers, Ink.WHISKER).raw(part.close().toString());
  }

  /** The ends of the phases are rounded, not their lengths, so that the bar is as long as it is. */
  private Map<Phase, Stretch> stretches(CellSummary rung, Scale scale) {
    final double end = Math.max(BARS + LEAST, Math.rint(scale.at(shares ? 100 : rung.mean())));
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
    final double bar = rungs.stream().mapToDouble(CellSummary::mean).max().orElseThrow();
    final double whisker =
        rungs.stream()
            .mapToDouble(rung -> rung.ci95() == null ? rung.mean() : rung.ci95().high())
            .max()
            .orElseThrow();
    return Math.min(ROOM * bar, whisker);
  }

  private static boolean goesOn(CellSummary rung, Scale scale) {
    return rung.ci95() != null && rung.ci95().high() > scale.high();
  }

  private static int middle(int first, int row) {
    return first + ROW * row + ROW / 2;
  }

  private static String policy(CellSummary rung) {
    return rung.cell().param(AxisNames.POLICY);
  }

  /** A phase on its bar, in pixels. */
  private record Stretch(double from, double to) {
    static final Stretch NONE = new Stretch(BARS, BARS);
  }
}
