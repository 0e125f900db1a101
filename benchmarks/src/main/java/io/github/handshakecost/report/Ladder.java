package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
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
 * @param where the other axes
 * @param rungs in the order of the plan
 */
record Ladder(Map<String, String> where, List<CellSummary> rungs) {

  /** Every ladder of a benchmark, in the order of the plan. */
  static List<Ladder> of(Summary summary, String benchmark) {
    final Map<Map<String, String>, List<CellSummary>> ladders =
        summary.cells().stream()
            .filter(cell -> cell.benchmark().equals(benchmark))
            .collect(Collectors.groupingBy(Ladder::where, LinkedHashMap::new, Collectors.toList()));
    return ladders.entrySet().stream()
        .map(entry -> new Ladder(entry.getKey(), entry.getValue()))
        .toList();
  }

  static String policy(CellSummary cell) {
    return cell.cell().param(AxisNames.POLICY);
  }

  /** The ratio of a rung to the pooled one; empty for the pooled one, or without it. */
  Optional<Ratio> ratio(Summary summary, CellSummary rung) {
    return ratio(summary, rung.benchmark(), policy(rung));
  }

  Optional<Ratio> ratio(Summary summary, String benchmark, String policy) {
    return summary.ratios().stream()
        .filter(ratio -> ratio.candidate().equals(policy))
        .filter(ratio -> ratio.benchmark().equals(benchmark) && ratio.where().equals(where))
        .findFirst();
  }

  private static Map<String, String> where(CellSummary cell) {
    final Map<String, String> where = new LinkedHashMap<>(cell.params());
    where.remove(AxisNames.POLICY);
    return where;
  }
}
