package io.github.handshakecost.stats;

import io.github.handshakecost.result.AmortisationFit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Finding.LowResumption;
import io.github.handshakecost.result.Finding.UnclockedTime;
import io.github.handshakecost.result.RoundTrips;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes all figures and findings of a report from a saved run. */
public final class Summarizer {
  private Summarizer() {}

  /** The same summary for the same run each time: the manifest has the seed of the bootstrap. */
  public static Summary summarize(Run run) {
    final RunManifest manifest = run.manifest();
    final ForkIndex index = new ForkIndex(run.forks());
    final Bootstrap bootstrap = new Bootstrap(manifest.seed());
    final List<Cell> measured = run.measuredCells();
    final Findings ofForks = new Findings(measured, index);
    final CellSummaries summaries = new CellSummaries(index, bootstrap, ofForks);
    final List<CellSummary> cells = measured.stream().map(summaries::of).toList();
    final List<Costs.Estimate> costs = new Costs(index, bootstrap).all(measured);
    final List<AmortisationFit> fits = new AmortisationFits(index, bootstrap).all(measured);
    final List<RoundTrips> roundTrips =
        RttSeries.all(measured, index).stream()
            .flatMap(series -> series.roundTrips(bootstrap).stream())
            .toList();
    final Verdict verdict = Verdict.of(manifest.cells(), index, bootstrap, manifest.precision());

    final List<Finding> findings = new ArrayList<>(RunFindings.of(run));
    findings.addAll(verdict.findings());
    RunFindings.unevenSpeed(measured, index).ifPresent(findings::add);
    costs.forEach(cost -> cost.disagreement().ifPresent(findings::add));
    fits.stream()
        .filter(fit -> Boolean.FALSE.equals(fit.agree()))
        .map(Finding.FitDisagrees::new)
        .forEach(findings::add);
    cells.stream()
        .filter(it -> Math.abs(it.phases().residual()) > UnclockedTime.MOST * it.mean())
        .map(it -> new UnclockedTime(it.cell(), it.phases().residual(), it.mean()))
        .forEach(findings::add);
    cells.forEach(it -> lowResumption(it).ifPresent(findings::add));
    roundTrips.stream()
        .filter(fit -> Boolean.FALSE.equals(fit.holds()))
        .map(Finding.UnexpectedRoundTrips::new)
        .forEach(findings::add);
    findings.addAll(ofForks.all());

    return new Summary(
        run.complete(),
        verdict.decided(),
        verdict.conclusive(),
        run.forks().stream().allMatch(fork -> fork.measurement().settled()),
        manifest.dirty(),
        manifest.end() == RunManifest.End.FAILED,
        run.wholeRounds(),
        List.copyOf(findings),
        cells,
        new Ratios(index, bootstrap).all(measured),
        costs.stream().map(Costs.Estimate::cost).toList(),
        fits,
        roundTrips,
        Links.of(run.forks()),
        ColdStarts.of(measured, index, bootstrap));
  }

  private static Optional<Finding> lowResumption(CellSummary cell) {
    final Double share = cell.resumptionShare();
    return share == null || share >= LowResumption.LEAST
        ? Optional.empty()
        : Optional.of(new LowResumption(cell.cell(), share, cell.resumptionShareCi95()));
  }
}
