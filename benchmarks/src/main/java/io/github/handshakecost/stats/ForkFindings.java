package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has to know of forks: their own warnings, and what their records show. */
final class ForkFindings {
  private ForkFindings() {}

  /** Of all the forks of a cell. */
  static List<ForkFinding> of(List<ForkRecord> forks) {
    final List<ForkFinding> findings = new ArrayList<>();
    forks.forEach(fork -> findings.addAll(of(fork)));
    Outlier.of(forks).map(ForkFindings::outlying).ifPresent(findings::add);
    return findings;
  }

  private static List<ForkFinding> of(ForkRecord fork) {
    final List<ForkFinding> findings = new ArrayList<>();
    final ForkMeasurement measured = fork.measurement();
    for (final Warning warning : new LinkedHashSet<>(measured.warnings())) {
      findings.add(new ForkFinding(fork, null, "warned: " + warning.cause(), "", warning.remedy()));
    }
    if (!measured.warmUp().settled()) {
      findings.add(unsettled(fork));
    }
    Drift.of(fork).ifPresent(drift -> findings.add(drifting(fork, drift)));
    if (measured.latency().multimodal()) {
      findings.add(multimodal(fork));
    }
    final String placement = fork.cell().param(AxisNames.PLACEMENT);
    if (AxisNames.FREE.equals(measured.facts().getOrDefault("placement", placement))) {
      findings.add(free(fork));
    }
    return findings;
  }

  private static ForkFinding unsettled(ForkRecord fork) {
    return new ForkFinding(
        fork, Flag.UNSETTLED, "had not settled when warm-up ended", "", "give warm-up more time");
  }

  private static ForkFinding drifting(ForkRecord fork, Drift drift) {
    return new ForkFinding(
        fork,
        Flag.DRIFTED,
        "drifted while they were measured",
        "first half %s, second half %s µs, interval %s wide"
            .formatted(
                Figures.three(drift.firstHalf()),
                Figures.three(drift.secondHalf()),
                Figures.three(drift.width())),
        "one steady fork in twenty does so by chance, and more where the machine changes its speed; ratios are paired and stand");
  }

  private static ForkFinding multimodal(ForkRecord fork) {
    final String centres =
        fork.measurement().latency().modes().stream()
            .map(Figures::three)
            .collect(Collectors.joining(" and "));
    return new ForkFinding(
        fork,
        Flag.MULTIMODAL,
        "have more than one typical time",
        "around " + centres + " µs",
        "the mean describes none of them: look for a thread that moves or a delayed ACK");
  }

  private static ForkFinding free(ForkRecord fork) {
    return new ForkFinding(
        fork,
        null,
        "ran with free placement, so that their times hold the waking of idle cores",
        "",
        "measure with placement=same-core where the system lets a thread be pinned");
  }

  private static ForkFinding outlying(Outlier outlier) {
    return new ForkFinding(
        outlier.fork(),
        Flag.OUTLIER,
        "is an outlier by Grubbs' test at 1 %",
        "mean %s µs, mean of the others %s µs"
            .formatted(Figures.three(outlier.mean()), Figures.three(outlier.others())),
        "it stays in every figure: look for what else the machine did in that round, or add"
            + " rounds");
  }
}
