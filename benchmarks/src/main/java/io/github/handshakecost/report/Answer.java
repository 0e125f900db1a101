package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Summary;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer of a run: one ladder, and one sentence about it.
 *
 * @param ladder with a ratio if one has it; requests over the newest protocol at the largest
 *     distance; without requests, a loop
 */
record Answer(Ladder ladder) {
  private static final Comparator<Ladder> ORDER =
      Comparator.comparing((Ladder ladder) -> ladder.headline().isPresent())
          .thenComparing(Ladder::isOfRequests)
          .thenComparing(ladder -> ladder.axis(AxisNames.PROTOCOL))
          .thenComparing(Ladder::millis);

  private static final Map<String, String> CAUSES =
      Map.of(
          "connection-full", "A new connection with a full handshake",
          "tcp", "A new TCP connection",
          "connection-resumed", "A new connection with a resumed handshake");

  /** The answer of a run; empty if it measured nothing. */
  static Optional<Answer> of(Summary summary) {
    // The first of equals is that of the plan's first client.
    return Ladder.all(summary).stream().max(ORDER).map(Answer::new);
  }

  /** {@code Reuse the connection: 0.15 ms per request. A new one each time: 5.2 ms (...)}. */
  String sentence() {
    if (ladder.pooled().isEmpty() || ladder.opening().isEmpty()) {
      return "There is nothing to compare: the run needs pooled and one other policy.";
    }
    final DoubleSummaryStatistics fresh =
        ladder.opening().stream().mapToDouble(CellSummary::mean).summaryStatistics();
    return form()
        .formatted(
            Times.of(ladder.pooled().get().mean()),
            ladder.operation(),
            Times.range(fresh.getMin(), fresh.getMax()),
            times());
  }

  private String form() {
    if (ladder.isCold()) {
      return "Request "
          + ladder.nth()
          + " of a new JVM: reused connection %s per %s, a new one each time %s%s.";
    }
    return ladder.millis() == 0
        ? "Reuse the connection: %s per %s. A new one each time: %s%s."
        : "Round trip of " + rtt() + ": reused connection %s per %s, a new one each time %s%s.";
  }

  /** {@code 699 ms · 3.15× · reuse saves 477 ms}: figures beside a bar. */
  static String label(Ladder ladder, CellSummary rung) {
    final String mean = Times.of(rung.mean());
    final Optional<Ratio> ratio = ladder.ratio(rung.policyLabel());
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

  /** What a connection adds, with the CPU time of both sides; empty if that may be nothing. */
  Optional<String> cost() {
    return ladder
        .cost()
        .filter(cost -> cost.ci95() == null || !cost.ci95().contains(0))
        .map(cost -> cost(cost, ladder.operation()));
  }

  private static String cost(Cost cost, String operation) {
    final Interval ci95 = cost.ci95();
    return "%s adds %s%s per %s (CPU: client %s, server %s)"
        .formatted(
            CAUSES.get(cost.cause()),
            Times.of(cost.byDifference()),
            ci95 == null
                ? ""
                : " [" + Times.interval(cost.byDifference(), ci95).replace(" ", "") + "]",
            operation,
            Times.of(cost.clientCpu()),
            Times.of(cost.serverCpu()));
  }

  /**
   * The same comparison at the other distances, nearest first, or of the other requests of a JVM,
   * in a few words each.
   */
  Stream<String> elsewhere() {
    return ladder.elsewhere().stream()
        .sorted(Comparator.comparingDouble(Ladder::millis))
        .map(other -> place(other) + ": " + pair(other));
  }

  /** The same comparison with another value on other axes, in a few words each. */
  Stream<String> beside() {
    return ladder.beside().stream()
        .map(other -> CellLabels.difference(other.where(), ladder.where()) + ": " + pair(other));
  }

  /** {@code a script of 11 requests: pooled 356 ms, new-client 518 ms}; empty for warm JVMs. */
  Optional<String> script() {
    final String times =
        ladder.coldStarts().stream()
            .map(start -> start.policy() + " " + Times.of(start.script()))
            .collect(Collectors.joining(", "));
    return times.isEmpty() ? Optional.empty() : Optional.of("a script of 11 requests: " + times);
  }

  private String times() {
    final List<Ratio> ratios =
        ladder.opening().stream()
            .flatMap(rung -> ladder.ratio(rung.policyLabel()).stream())
            .toList();
    if (ratios.isEmpty()) {
      return "";
    }
    final DoubleSummaryStatistics times =
        ratios.stream().mapToDouble(Ratio::ratio).summaryStatistics();
    final String from = Times.times(times.getMin());
    final String to = Times.times(times.getMax());
    return " (%s times as long%s)"
        .formatted(
            from.equals(to) ? from : from + " to " + to,
            ratios.stream().allMatch(ratio -> ratio.direction() != null)
                ? ""
                : ", not certain yet");
  }

  /** {@code on loopback}, {@code at 20 ms} or {@code request 10}. */
  static String place(Ladder ladder) {
    if (ladder.isCold()) {
      return "request " + ladder.nth();
    }
    return ladder.millis() == 0 ? "on loopback" : "at " + new Answer(ladder).rtt();
  }

  private String rtt() {
    return ladder.axis(AxisNames.RTT).replace("ms", " ms");
  }

  /** {@code pooled 222 ms, new-client 699 ms, 3.15× [3.13–3.17]}. */
  static String pair(Ladder ladder) {
    final Optional<Ratio> ratio = ladder.headline();
    final Stream<CellSummary> fresh =
        ladder.rungs().stream()
            .filter(
                rung -> ratio.filter(it -> it.candidate().equals(rung.policyLabel())).isPresent());
    return Stream.concat(
            Stream.concat(ladder.pooled().stream(), fresh)
                .map(rung -> rung.policyLabel() + " " + Times.of(rung.mean())),
            ratio.stream().map(Answer::times))
        .collect(Collectors.joining(", "));
  }

  /** {@code 3.15× [3.13–3.17]}. */
  static String times(Ratio ratio) {
    final Interval ci95 = ratio.ci95();
    return Times.times(ratio.ratio())
        + "×"
        + (ci95 == null || tooWide(ci95)
            ? ""
            : " [%s–%s]".formatted(Times.times(ci95.low()), Times.times(ci95.high())));
  }

  static boolean tooWide(Interval ci95) {
    return ci95.low() <= 0 || ci95.tooWide();
  }
}
