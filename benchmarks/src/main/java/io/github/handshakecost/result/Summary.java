package io.github.handshakecost.result;

import java.util.List;

/**
 * The figures of a report, for machines; {@code summary.json}. Times in microseconds.
 *
 * @param complete whether the run came to its end, or its user ended it after {@link
 *     Interval#LEAST_ROUNDS} whole rounds, and its forks are all there
 * @param decided whether every headline ratio says which policy is slower: its interval excludes 1;
 *     where the plan has no ratio, whether every mean has an interval
 * @param conclusive whether the run is decided, and every headline ratio and cost is known as
 *     closely as it was asked; where the plan has no ratio, every mean
 * @param settled whether every fork had warmed up before it was measured; where one had not, times
 *     may be too high
 * @param dirty whether the code had changes that its commit does not hold
 * @param failed whether a premise broke; nothing of a failed run may be quoted
 * @param marks what stands before every figure in a report for people, one sentence each; empty for
 *     a run that is all that it should be
 * @param rounds of which every planned cell has a fork
 * @param warnings each with cause and remedy
 * @param roundTrips how times grow with distance; empty unless there are two distances
 * @param links what each distance really was
 */
public record Summary(
    String schema,
    boolean complete,
    boolean decided,
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

  public static final String SCHEMA = "handshake-cost/summary/2";

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
