package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rungs that differ in policy alone.
 *
 * @param benchmark short name
 * @param where the other axes
 * @param rungs in the order of the plan
 */
record Ladder(String benchmark, Map<String, String> where, List<CellSummary> rungs) {

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
    final Map<Map<String, String>, List<CellSummary>> ladders =
        summary.cells().stream()
            .filter(cell -> cell.benchmark().equals(benchmark))
            .collect(
                Collectors.groupingBy(
                    cell -> cell.cell().where(), LinkedHashMap::new, Collectors.toList()));
    return ladders.entrySet().stream()
        .map(entry -> new Ladder(benchmark, entry.getKey(), entry.getValue()))
        .toList();
  }

  static String policy(CellSummary cell) {
    return cell.cell().param(AxisNames.POLICY);
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

  /** The rung that opens no connection, where it was measured. */
  Optional<CellSummary> pooled() {
    return rungs.stream().filter(rung -> policy(rung).equals(AxisNames.POOLED)).findFirst();
  }

  /** The ratio of a rung to the pooled one; empty for the pooled one, or without it. */
  Optional<Ratio> ratio(Summary summary, CellSummary rung) {
    return ratio(summary, policy(rung));
  }

  Optional<Ratio> ratio(Summary summary, String policy) {
    return summary.ratios().stream()
        .filter(ratio -> ratio.candidate().equals(policy))
        .filter(ratio -> ratio.benchmark().equals(benchmark) && ratio.where().equals(where))
        .findFirst();
  }
}
