package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a run: one ladder, and one sentence about it.
 *
 * @param ladder requests over the newest protocol at the largest distance; without requests, a loop
 */
record Answer(Summary summary, Ladder ladder) {
  private static final Comparator<Ladder> ORDER =
      Comparator.comparing(Ladder::isOfRequests)
          .thenComparing(ladder -> ladder.axis(AxisNames.PROTOCOL))
          .thenComparing(Answer::millis);

  /** The answer of a run; empty if it measured nothing. */
  static Optional<Answer> of(Summary summary) {
    // The first of equals is that of the plan's first client.
    return Ladder.all(summary).stream()
        .reduce((best, next) -> ORDER.compare(next, best) > 0 ? next : best)
        .map(ladder -> new Answer(summary, ladder));
  }

  /** The same ladder at the other distances of the run, the shortest first. */
  List<Ladder> elsewhere() {
    return Ladder.of(summary, ladder.benchmark()).stream()
        .filter(
            other -> CellLabels.anywhere(other.where()).equals(CellLabels.anywhere(ladder.where())))
        .filter(other -> !other.equals(ladder))
        .sorted(Comparator.comparing(Answer::millis))
        .toList();
  }

  /** {@code Reuse the connection: 0.15 ms per request. A new one each time: 5.2 ms (...)}. */
  String sentence() {
    final List<CellSummary> fresh = fresh();
    if (ladder.pooled().isEmpty() || fresh.isEmpty()) {
      return "There is nothing to compare: the run needs pooled and one other policy.";
    }
    final List<Ratio> ratios =
        fresh.stream().flatMap(rung -> ladder.ratio(summary, rung).stream()).toList();
    return (millis(ladder) == 0
            ? "Reuse the connection: %s per %s. A new one each time: %s%s."
            : "Round trip of " + rtt() + ": reused connection %s per %s, a new one each time %s%s.")
        .formatted(
            Times.of(ladder.pooled().get().mean()),
            ladder.operation(),
            Times.range(
                fresh.stream().mapToDouble(CellSummary::mean).min().orElseThrow(),
                fresh.stream().mapToDouble(CellSummary::mean).max().orElseThrow()),
            times(ratios));
  }

  /** The ratio to quote: that of a new client; without one, the largest. */
  static Optional<Ratio> headline(Summary summary, Ladder ladder) {
    final List<Ratio> ratios =
        ladder.rungs().stream().flatMap(rung -> ladder.ratio(summary, rung).stream()).toList();
    return ratios.stream()
        .filter(ratio -> ratio.candidate().equals(AxisNames.NEW_CLIENT))
        .findFirst()
        .or(() -> ratios.stream().max(Comparator.comparingDouble(Ratio::ratio)));
  }

  /** Whether the direction of one of its ratios is open, or there is none. */
  boolean isUndecided() {
    final List<CellSummary> fresh = fresh();
    return fresh.isEmpty()
        || fresh.stream()
            .anyMatch(
                rung ->
                    ladder
                        .ratio(summary, rung)
                        .map(ratio -> ratio.direction() == null)
                        .orElse(true));
  }

  /** {@code 699 ms · 3.15× · reuse saves 477 ms}: figures beside a bar. */
  static String label(Summary summary, Ladder ladder, CellSummary rung) {
    final String mean = Times.of(rung.mean());
    final Optional<Ratio> ratio = ladder.ratio(summary, rung);
    if (ratio.isEmpty() || ladder.pooled().isEmpty()) {
      return mean;
    }
    if (ratio.get().mayBeNone()) {
      return mean + " · no difference found";
    }
    final double saved = rung.mean() - ladder.pooled().get().mean();
    return "%s · %s× · reuse %s %s"
        .formatted(
            mean,
            Times.times(ratio.get().ratio()),
            saved < 0 ? "costs" : "saves",
            Times.of(Math.abs(saved)));
  }

  private List<CellSummary> fresh() {
    return ladder.rungs().stream()
        .filter(rung -> !Ladder.policy(rung).equals(AxisNames.POOLED))
        .toList();
  }

  private String rtt() {
    return ladder.axis(AxisNames.RTT).replace("ms", " ms");
  }

  private static String times(List<Ratio> ratios) {
    if (ratios.isEmpty()) {
      return "";
    }
    final double least = ratios.stream().mapToDouble(Ratio::ratio).min().orElseThrow();
    final double most = ratios.stream().mapToDouble(Ratio::ratio).max().orElseThrow();
    final String from = Times.times(least);
    final String to = Times.times(most);
    return " (%s times as long%s)"
        .formatted(
            from.equals(to) ? from : from + " to " + to,
            ratios.stream().allMatch(ratio -> ratio.direction() != null)
                ? ""
                : ", not certain yet");
  }

  /** {@code on loopback} or {@code at 20 ms}. */
  static String place(Ladder ladder) {
    return millis(ladder) == 0
        ? "on loopback"
        : "at " + ladder.axis(AxisNames.RTT).replace("ms", " ms");
  }

  private static double millis(Ladder ladder) {
    return Double.parseDouble(ladder.axis(AxisNames.RTT).replace("ms", ""));
  }
}
