package io.github.handshakecost.result;

import java.util.List;

/**
 * The figures of a report, for machines; {@code summary.json}. Times in microseconds.
 *
 * @param complete whether the run came to its end, and its forks are all there
 * @param conclusive whether every headline ratio is known as closely as the run was asked to; where
 *     the plan has none, every mean
 * @param settled whether every fork had warmed up before it was measured; where one had not, times
 *     may be too high
 * @param dirty whether the code had changes that its commit does not hold
 * @param failed whether a premise broke; nothing of a failed run may be quoted
 * @param marks what stands before every figure in a report for people, one sentence each; empty for
 *     a run that is all that it should be
 * @param rounds of which every planned cell has a fork
 * @param warnings each with cause and remedy
 * @param roundTrips how times grow with distance; empty unless there are two distances
 * @param links what each distance really was; empty in runs from before that was recorded
 */
public record Summary(
    String schema,
    boolean complete,
    boolean conclusive,
    boolean settled,
    boolean dirty,
    boolean failed,
    List<String> marks,
    int rounds,
    List<String> warnings,
    List<CellSummary> cells,
    List<Ratio> ratios,
    List<Cost> costs,
    List<RoundTrips> roundTrips,
    List<LinkSummary> links) {

  public static final String SCHEMA = "handshake-cost/summary/1";

  public Summary {
    marks = List.copyOf(marks);
    warnings = List.copyOf(warnings);
    cells = List.copyOf(cells);
    ratios = List.copyOf(ratios);
    costs = List.copyOf(costs);
    roundTrips = List.copyOf(roundTrips);
    links = List.copyOf(links);
  }
}
