package io.github.handshakecost.result;

import java.util.List;

/**
 * The figures of a report. Times are in microseconds. {@code report.Reports} writes it.
 *
 * @param complete whether the run ended as planned, or its user ended it after {@link
 *     Interval#LEAST_ROUNDS} whole rounds, and no fork is missing
 * @param decided whether every headline ratio says which policy is slower: its interval excludes 1;
 *     in a plan without ratios, whether every mean has an interval
 * @param conclusive whether the run is decided, and every headline figure is as precise as asked
 * @param settled whether every fork had reached steady state before it was measured; otherwise
 *     times may be too high
 * @param dirty whether the code had changes that its commit does not hold
 * @param failed whether a premise broke; no figure of a failed run may be quoted
 * @param rounds of which every planned cell has a fork
 * @param findings first about the run, then about figures, then about forks
 * @param roundTrips how times grow with distance; empty unless there are two distances
 * @param links the links of each distance, as measured
 * @param coldStarts the starts of new JVMs; empty if every JVM was warm
 */
public record Summary(
    boolean complete,
    boolean decided,
    boolean conclusive,
    boolean settled,
    boolean dirty,
    boolean failed,
    int rounds,
    List<Finding> findings,
    List<CellSummary> cells,
    List<Ratio> ratios,
    List<Cost> costs,
    List<AmortisationFit> amortisation,
    List<RoundTrips> roundTrips,
    List<LinkSummary> links,
    List<ColdStartSummary> coldStarts) {

  public static final String SCHEMA = "handshake-cost/summary/2";

  /** The findings of one kind. */
  public <F extends Finding> List<F> findings(Class<F> kind) {
    return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
