package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ColdStartSummary;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Summary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rungs that differ in policy alone, in the order of the plan; all else is {@code where}. */
record Ladder(
    Summary summary, String benchmark, Map<String, String> where, List<CellSummary> rungs) {
  /** Causes of the cost of a connection; the first one that was measured is quoted. */
  private static final List<String> CAUSES =
      List.of("connection-full", "tcp", "connection-resumed");

  /** The policies whose connections serve more than one request. */
  private static final Set<String> KEPT = Set.of(AxisNames.POOLED, AxisNames.LIMITED);

  /** Every ladder, benchmark by benchmark, in the order of the plan. */
  static List<Ladder> all(Summary summary) {
    return summary.cells().stream()
        .map(CellSummary::benchmark)
        .distinct()
        .flatMap(benchmark -> of(summary, benchmark).stream())
        .toList();
  }

  /** Every ladder of a benchmark, in the order of the plan. */
  static List<Ladder> of(Summary summary, String benchmark) {
    return summary.cells().stream()
        .filter(cell -> cell.benchmark().equals(benchmark))
        .collect(
            Collectors.groupingBy(
                cell -> cell.cell().where(), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(ladder -> new Ladder(summary, benchmark, ladder.getKey(), ladder.getValue()))
        .toList();
  }

  /**
   * The other ladders that differ from it in round-trip time alone, or in the number of the
   * request.
   */
  List<Ladder> elsewhere() {
    final String axis = isCold() ? AxisNames.NTH : AxisNames.RTT;
    final Map<String, String> here = CellLabels.without(axis, where);
    return of(summary, benchmark).stream()
        .filter(other -> CellLabels.without(axis, other.where).equals(here))
        .filter(other -> !isCold() || other.headline().isPresent())
        .filter(other -> !other.where.equals(where))
        .toList();
  }

  /**
   * The other ladders at the same distance, over the same protocol, that have a ratio; of new JVMs
   * those with the same number of the request.
   */
  List<Ladder> beside() {
    return of(summary, benchmark).stream()
        .filter(other -> !other.where.equals(where) && other.headline().isPresent())
        .filter(
            other ->
                Stream.of(AxisNames.RTT, AxisNames.PROTOCOL, AxisNames.NTH)
                    .allMatch(axis -> other.axis(axis).equals(axis(axis))))
        .toList();
  }

  /** {@code TLS 1.3, rtt 0ms, ...}, after the benchmark where it is not that of one request. */
  String title(CellLabels labels) {
    return prefix(benchmark) + labels.of(where);
  }

  /** The benchmark as a prefix of a title; empty for single requests. */
  static String prefix(String benchmark) {
    return benchmark.equals(AxisNames.REQUEST) ? "" : benchmark + ", ";
  }

  /** The timed operation: request or loop. */
  String operation() {
    return isOfRequests() ? "request" : "loop";
  }

  boolean isOfRequests() {
    return benchmark.equals(AxisNames.REQUEST);
  }

  /** The value of an axis other than policy. */
  String axis(String name) {
    return where.getOrDefault(name, "unknown");
  }

  /** Whether it is of new JVMs. */
  boolean isCold() {
    return where.containsKey(AxisNames.NTH);
  }

  /** How the JVMs of its policies started; empty if they were warm. */
  List<ColdStartSummary> coldStarts() {
    final Map<String, String> jvm = CellLabels.without(AxisNames.NTH, where);
    return summary.coldStarts().stream()
        .filter(start -> CellLabels.without(AxisNames.POLICY, start.params()).equals(jvm))
        .sorted(Comparator.comparing(start -> !start.policy().equals(AxisNames.POOLED)))
        .toList();
  }

  /** The number of the request of a new JVM. */
  String nth() {
    return axis(AxisNames.NTH);
  }

  double millis() {
    return Double.parseDouble(axis(AxisNames.RTT).replace("ms", ""));
  }

  /** The rung that opens no connection, where it was measured. */
  Optional<CellSummary> pooled() {
    return rungs.stream().filter(rung -> rung.policy().equals(AxisNames.POOLED)).findFirst();
  }

  /** The rungs that open a connection for each request. */
  List<CellSummary> opening() {
    return rungs.stream().filter(rung -> !KEPT.contains(rung.policy())).toList();
  }

  /** The ratio of a policy to the pooled one; empty for the pooled one, or without it. */
  Optional<Ratio> ratio(String policy) {
    return summary.ratios().stream()
        .filter(ratio -> ratio.candidate().equals(policy))
        .filter(ratio -> ratio.benchmark().equals(benchmark) && ratio.where().equals(where))
        .findFirst();
  }

  /** The ratio to quote: that of a new client; without one, the largest. */
  Optional<Ratio> headline() {
    return ratio(AxisNames.NEW_CLIENT)
        .or(
            () ->
                rungs.stream()
                    .flatMap(rung -> ratio(rung.policyLabel()).stream())
                    .max(Comparator.comparingDouble(Ratio::ratio)));
  }

  /** The cost of a connection. */
  Optional<Cost> cost() {
    return summary.costs().stream()
        .filter(cost -> CAUSES.contains(cost.cause()))
        .filter(cost -> cost.benchmark().equals(benchmark) && cost.where().equals(where))
        .min(Comparator.comparing(cost -> CAUSES.indexOf(cost.cause())));
  }
}
