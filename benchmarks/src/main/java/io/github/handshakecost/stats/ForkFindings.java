package io.github.handshakecost.stats;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has to know of a fork: its own warnings, and what its records show. */
final class ForkFindings {
  private ForkFindings() {}

  static List<ForkFinding> of(ForkRecord fork) {
    final List<ForkFinding> findings = new ArrayList<>();
    final ForkMeasurement measured = fork.measurement();
    for (final Warning warning : new LinkedHashSet<>(measured.warnings())) {
      findings.add(new ForkFinding(fork, "warned: " + warning.cause(), "", warning.remedy()));
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
        fork, "had not settled when warm-up ended", "", "give warm-up more time");
  }

  private static ForkFinding drifting(ForkRecord fork, Drift drift) {
    return new ForkFinding(
        fork,
        "drifted while they were measured",
        "first half %s, second half %s µs, interval %s wide"
            .formatted(
                Figures.three(drift.firstHalf()),
                Figures.three(drift.secondHalf()),
                Figures.three(drift.width())),
        "one steady fork in twenty does so by chance; if more do, give warm-up more time");
  }

  private static ForkFinding multimodal(ForkRecord fork) {
    final String centres =
        fork.measurement().latency().modes().stream()
            .map(Figures::three)
            .collect(Collectors.joining(" and "));
    return new ForkFinding(
        fork,
        "have more than one typical time",
        "around " + centres + " µs",
        "the mean describes none of them: look for a thread that moves or a delayed ACK");
  }

  private static ForkFinding free(ForkRecord fork) {
    return new ForkFinding(
        fork,
        "ran with free placement, so that their times hold the waking of idle cores",
        "",
        "measure with placement=same-core where the system lets a thread be pinned");
  }
}
