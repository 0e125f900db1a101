package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.RoundsChart;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Each fork relative to the mean of its cell, in the order of time: shows drift. */
final class RoundsSection {
  private static final double SECONDS = 60;

  private RoundsSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    // The only fork of a cell is its mean.
    final List<Ladder> ladders =
        Ladder.all(subject.summary()).stream()
            .filter(ladder -> rounds(subject, ladder).size() > 1)
            .toList();
    if (ladders.isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(2, "Rounds over time"));
    blocks.add(
        new Block.Paragraph(
            "The mean of each fork relative to the mean of its cell, in %, by the time at which it"
                + " started. If lines rise or fall together, the machine's speed changed; ratios are"
                + " paired within a round, so they change little. A fork that was still getting faster"
                + " when it was measured is unsettled: hollow markers; \"unsettled\" in the table."));
    final List<Instant> starts =
        subject.run().forks().stream().map(RoundsSection::start).sorted().toList();
    final Instant first = starts.get(0);
    final double minutes = minutes(first, starts.get(starts.size() - 1));
    for (final Ladder ladder : ladders) {
      blocks.add(subject.heading(ladder));
      blocks.add(figure(subject, ladder, first, minutes));
    }
    return blocks;
  }

  private static Block.Figure figure(
      Subject subject, Ladder ladder, Instant first, double minutes) {
    final List<Integer> rounds = rounds(subject, ladder);
    final String where = ladder.title(subject.labels());
    final Caption caption =
        subject.caption("Forks over time, relative to the mean of their cell", where);
    final List<RoundsChart.Rung> rungs =
        ladder.rungs().stream().map(rung -> rung(subject, rung, rounds, first)).toList();
    return new Block.Figure(
        new Block.Picture(
            Subject.file("rounds", where),
            caption.words(),
            new RoundsChart(caption, minutes, rungs)),
        byRound(rounds, rungs));
  }

  private static List<Integer> rounds(Subject subject, Ladder ladder) {
    final TreeSet<Integer> rounds = new TreeSet<>();
    ladder.rungs().stream()
        .flatMap(rung -> subject.forksOf(rung).stream())
        .forEach(fork -> rounds.add(fork.round()));
    return List.copyOf(rounds);
  }

  private static RoundsChart.Rung rung(
      Subject subject, CellSummary rung, List<Integer> rounds, Instant first) {
    return new RoundsChart.Rung(
        Ladder.policy(rung),
        subject.forksOf(rung).stream()
            .map(
                fork ->
                    new RoundsChart.Fork(
                        rounds.indexOf(fork.round()),
                        minutes(first, start(fork)),
                        fork.mean() / rung.mean() - 1,
                        fork.measurement().warmUp().settled()))
            .toList());
  }

  private static Block.Table byRound(List<Integer> rounds, List<RoundsChart.Rung> rungs) {
    final List<String> columns = new ArrayList<>(List.of("round"));
    rungs.forEach(rung -> columns.add(rung.policy()));
    final List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      final int index = i;
      final List<String> row = new ArrayList<>(List.of(rounds.get(i).toString()));
      for (final RoundsChart.Rung rung : rungs) {
        row.add(
            rung.forks().stream()
                .filter(fork -> fork.row() == index)
                .map(RoundsSection::cell)
                .findFirst()
                .orElse(""));
      }
      rows.add(row);
    }
    return new Block.Table(columns, rows);
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
