package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.RoundTrips;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** From a saved run to everything that a report says. */
public final class Summarizer {
  private Summarizer() {}

  /** The same summary for the same run, always: the bootstrap takes the seed of the manifest. */
  public static Summary summarize(Run run) {
    final RunManifest manifest = run.manifest();
    final ForkIndex index = new ForkIndex(run.forks());
    final Bootstrap bootstrap = new Bootstrap(manifest.seed());
    final List<Cell> measured = run.measuredCells();
    final Findings findings = new Findings(measured, index);
    final List<CellSummary> cells = new CellSummaries(index, bootstrap, findings).all(measured);
    final Ratios ratios = new Ratios(index, bootstrap);
    final List<Ratio> allRatios = ratios.all(measured);
    final List<CostEstimate> costs = new Costs(index, bootstrap).all(measured);
    final List<RoundTrips> roundTrips = new RoundTripFits(index, bootstrap).all(measured);
    final Verdict verdict =
        new Verdict(
            manifest.precision(),
            new HeadlineFigures(index, bootstrap, ratios).of(manifest.cells()));
    final int rounds = run.wholeRounds();

    final FigureWarnings figures = new FigureWarnings(new Labels(measured));
    final Set<String> warnings = new LinkedHashSet<>(RunWarnings.of(run, rounds));
    // Those of figures quote them.
    if (manifest.end() != RunManifest.End.FAILED) {
      warnings.addAll(new VerdictSentences(verdict).warnings());
      MachineSpeed.warning(measured, index).ifPresent(warnings::add);
      warnings.addAll(figures.disagreements(costs));
      warnings.addAll(figures.openBudgets(cells));
      warnings.addAll(figures.brokenLaws(roundTrips));
      warnings.addAll(new ForkWarnings(measured, index, findings).all());
    }

    return new Summary(
        Summary.SCHEMA,
        run.complete(),
        verdict.decided(),
        verdict.conclusive(),
        run.forks().stream().allMatch(fork -> fork.measurement().warmUp().settled()),
        manifest.dirty(),
        manifest.end() == RunManifest.End.FAILED,
        RunMarks.of(run, verdict, rounds),
        rounds,
        List.copyOf(warnings),
        cells,
        allRatios,
        costs.stream().map(CostEstimate::cost).toList(),
        roundTrips,
        Links.of(run.forks()));
  }
}
