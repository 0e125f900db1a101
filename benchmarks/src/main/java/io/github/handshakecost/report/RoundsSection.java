package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.RoundsChart;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Each fork relative to the mean of its cell, in the order of time: shows drift. */
final class RoundsSection {
  private static final double SECONDS = 60;

  private RoundsSection() {}

  static void of(Document report, NamedRun run) {
    // The only fork of a cell is its mean.
    final List<Ladder> ladders =
        Ladder.all(run.summary()).stream()
            .filter(ladder -> rounds(run, ladder).size() > 1)
            .toList();
    if (ladders.isEmpty()) {
      return;
    }
    report
        .section("Rounds over time")
        .paragraph(
            "The mean of each fork relative to the mean of its cell, in %, by the time at which it"
                + " started. If lines rise or fall together, the machine's speed changed; ratios are"
                + " paired within a round, so they change little. A fork that was still getting faster"
                + " when it was measured is unsettled: hollow markers; \"unsettled\" in the table.");
    final List<Instant> starts =
        run.run().forks().stream().map(RoundsSection::start).sorted().toList();
    final Instant first = starts.get(0);
    final double minutes = minutes(first, starts.get(starts.size() - 1));
    for (final Ladder ladder : ladders) {
      final String where = ladder.title(run.labels());
      final List<RoundsChart.Rung> rungs =
          ladder.rungs().stream().map(rung -> rung(run, rung, first)).toList();
      report
          .part(where)
          .figure(
              run.picture(
                  "rounds",
                  "Forks over time, relative to the mean of their cell",
                  where,
                  caption -> RoundsChart.of(caption, minutes, rungs)),
              columns(rungs).of(rounds(run, ladder)));
    }
  }

  private static List<Integer> rounds(NamedRun run, Ladder ladder) {
    return ladder.rungs().stream()
        .flatMap(rung -> run.forksOf(rung).stream())
        .map(ForkRecord::round)
        .distinct()
        .sorted()
        .toList();
  }

  private static RoundsChart.Rung rung(NamedRun run, CellSummary rung, Instant first) {
    return new RoundsChart.Rung(
        rung.policyLabel(),
        run.forksOf(rung).stream()
            .map(
                fork ->
                    new RoundsChart.Fork(
                        fork.round(),
                        minutes(first, start(fork)),
                        fork.mean() / rung.mean() - 1,
                        fork.measurement().settled()))
            .toList());
  }

  private static Columns<Integer> columns(List<RoundsChart.Rung> rungs) {
    final Columns<Integer> columns = new Columns<Integer>().add("round", round -> round.toString());
    for (final RoundsChart.Rung rung : rungs) {
      columns.add(
          rung.policy(),
          round ->
              rung.forks().stream()
                  .filter(fork -> fork.round() == round)
                  .findFirst()
                  .map(RoundsSection::cell)
                  .orElse(""));
    }
    return columns;
  }

  /** With the sign that the picture has for it, in a word. */
  private static String cell(RoundsChart.Fork fork) {
    return (fork.settled() ? "" : "unsettled ") + NumberFormats.signedPercent(fork.deviation());
  }

  private static Instant start(ForkRecord fork) {
    return Instant.parse(fork.startedAt());
  }

  private static double minutes(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS;
  }
}
