package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import java.util.stream.Stream;

/** The mean of each fork relative to that of its cell, by its start: a slope shows drift. */
public final class RoundsChart {
  private RoundsChart() {}

  /** A fork, some minutes into the run; its deviation is a share of its cell's mean. */
  public record Fork(int round, double minutes, double deviation, boolean settled) {}

  /** A rung of the ladder, its forks by round. */
  public record Rung(String policy, List<Fork> forks) {}

  /** Of a run that lasted so many minutes, and rungs of one place, at least one. */
  public static Chart of(Caption caption, double minutes, List<Rung> rungs) {
    final double most =
        forks(rungs).mapToDouble(fork -> Math.abs(fork.deviation())).reduce(0.01, Math::max);
    final boolean settled = forks(rungs).allMatch(Fork::settled);
    return new LineChart(
        caption,
        new LineChart.Axis(
            "start of the fork, minutes into the run",
            Scale.linear(0, Math.max(1, minutes), 0, 1),
            6,
            NumberFormats::plain),
        new LineChart.Axis(
            "fork relative to the mean of its cell"
                + (settled ? "" : "; hollow: still getting faster when measured"),
            Scale.linear(-most, most, 0, 1),
            0,
            share -> (share > 0 ? "+" : "") + NumberFormats.plain(100 * share) + " %"),
        rungs.stream().map(RoundsChart::line).toList());
  }

  private static LineChart.Line line(Rung rung) {
    return new LineChart.Line(
        rung.policy(),
        rung.forks().stream()
            .map(
                fork ->
                    new LineChart.Point(
                        fork.minutes(), fork.deviation(), null, !fork.settled(), false))
            .toList());
  }

  private static Stream<Fork> forks(List<Rung> rungs) {
    return rungs.stream().flatMap(rung -> rung.forks().stream());
  }
}
