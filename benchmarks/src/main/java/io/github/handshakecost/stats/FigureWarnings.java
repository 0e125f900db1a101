package io.github.handshakecost.stats;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.RoundTrips;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a reader has to know of means, ratios and costs. */
final class FigureWarnings {
  private static final double LARGEST_RESIDUAL = 0.05;

  private final Labels labels;

  FigureWarnings(Labels labels) {
    this.labels = labels;
  }

  /** Cells whose clocks miss more of the time than a budget may. */
  List<String> openBudgets(List<CellSummary> cells) {
    return cells.stream()
        .filter(cell -> Math.abs(cell.phases().residual()) > LARGEST_RESIDUAL * cell.mean())
        .map(
            cell ->
                "%s: %s of %s µs are in no phase, over %s; trust the phases no further than that"
                    .formatted(
                        labels.of(cell.cell()),
                        Figures.three(cell.phases().residual()),
                        Figures.three(cell.mean()),
                        Figures.percent(LARGEST_RESIDUAL)))
        .toList();
  }

  /** Round trips that the protocol does not have. */
  List<String> brokenLaws(List<RoundTrips> fits) {
    return fits.stream()
        .filter(fit -> Boolean.FALSE.equals(fit.holds()))
        .map(
            fit ->
                "the law of %s is broken: %s of %s at %s grows by %s round trips, by the protocol it is %s; look for what waits, or measure at longer distances"
                    .formatted(
                        fit.cause(),
                        fit.cause(),
                        fit.policy(),
                        labels.of(fit.where()),
                        Figures.thousandths(fit.slope()),
                        Figures.plain(Objects.requireNonNull(fit.expected()))))
        .toList();
  }

  /** Costs that the two roads put differently. */
  List<String> disagreements(List<CostEstimate> costs) {
    return costs.stream().filter(cost -> !cost.agrees()).map(this::disagreement).toList();
  }

  private String disagreement(CostEstimate estimate) {
    final double rest = estimate.phases().getOrDefault(estimate.restIn(), 0.0);
    return String.format(
        Locale.ROOT,
        "cost of %s at %s: %s µs by difference, %s by clock, %s apart where %s are allowed, of which"
            + " the phase \"%s\" holds %s µs; quote the cost by difference, which leaves nothing out",
        estimate.cost().cause(),
        labels.of(estimate.cost().where()),
        Figures.three(estimate.cost().byDifference()),
        Figures.three(estimate.cost().byClock()),
        Figures.three(estimate.apart()),
        Figures.three(estimate.allowed()),
        estimate.restIn().label(),
        Figures.three(rest));
  }
}
