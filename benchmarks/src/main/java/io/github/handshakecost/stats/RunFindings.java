package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Finding.UnevenSpeed;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** Findings about a run as a whole, the gravest first. */
final class RunFindings {
  /** A smaller factor between the slowest and the fastest round is no finding. */
  private static final double LEAST_FACTOR = 1.25;

  private RunFindings() {}

  static List<Finding> of(Run run) {
    final RunManifest manifest = run.manifest();
    final int rounds = run.wholeRounds();
    final String sentence = manifest.sentence();
    final boolean ended = manifest.end() == End.COMPLETE;
    final List<Finding> findings = new ArrayList<>();
    run.shortfall()
        .map(
            shortfall ->
                new Finding.Incomplete(
                    manifest.end(),
                    run.endedEarly(),
                    shortfall,
                    ended ? null : sentence,
                    rounds,
                    run.rounds()))
        .ifPresent(findings::add);
    if (run.complete() && run.endedEarly()) {
      findings.add(
          new Finding.EndedEarly(rounds, RunManifest.BY_USER.equals(sentence) ? null : sentence));
    }
    if (ended && sentence != null) {
      findings.add(saved(sentence));
    }
    manifest.warnings().stream()
        .map(warning -> new Finding.Saved(warning.cause(), warning.remedy(), null))
        .forEach(findings::add);
    final List<Cell> missing = new ArrayList<>(manifest.cells());
    missing.removeAll(run.measuredCells());
    if (!missing.isEmpty()) {
      findings.add(new Finding.MissingCells(missing, manifest.cells().size()));
    }
    if (manifest.dirty()) {
      findings.add(new Finding.UncommittedCode(manifest.commit()));
    }
    if (!run.injected().isEmpty()) {
      findings.add(new Finding.Injected(run.injected()));
    }
    if (!run.changedFlags().isEmpty()) {
      findings.add(new Finding.ChangedFlags(run.changedFlags()));
    }
    if (rounds < Interval.LEAST_ROUNDS) {
      findings.add(new Finding.FewRounds(rounds));
    }
    return findings;
  }

  /** The remedy is the part of a sentence after its last semicolon. */
  private static Finding saved(String sentence) {
    final int end = sentence.lastIndexOf("; ");
    return end < 0
        ? new Finding.Saved(sentence, "", null)
        : new Finding.Saved(sentence.substring(0, end), sentence.substring(end + 2), null);
  }

  /**
   * Whether the machine was slower in one round than in another. Ratios are paired by round and
   * stand; times and costs belong to the machine's mean speed.
   */
  static Optional<UnevenSpeed> unevenSpeed(List<Cell> measured, ForkIndex index) {
    final List<Cell> onLoopback =
        measured.stream()
            .filter(cell -> cell.param(AxisNames.RTT).equals(AxisNames.LOOPBACK))
            .toList();
    final List<Integer> rounds = onLoopback.isEmpty() ? List.of() : index.sharedRounds(onLoopback);
    final double[] logs = new double[rounds.size()];
    for (final Cell cell : onLoopback) {
      final double[] means = index.values(cell, rounds, ForkRecord::mean);
      Arrays.setAll(logs, i -> logs[i] + StrictMath.log(means[i]) / onLoopback.size());
    }
    final DoubleSummaryStatistics ofRounds = Arrays.stream(logs).summaryStatistics();
    final double factor = StrictMath.exp(ofRounds.getMax() - ofRounds.getMin());
    return rounds.size() > 1 && factor >= LEAST_FACTOR
        ? Optional.of(new UnevenSpeed(factor))
        : Optional.empty();
  }
}
