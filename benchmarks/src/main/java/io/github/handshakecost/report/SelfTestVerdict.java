package io.github.handshakecost.report;

import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import io.github.handshakecost.result.SelfTest.SameCell;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a self-test comes to, in sentences. */
public final class SelfTestVerdict {
  private static final double PERCENT = 100;

  private SelfTestVerdict() {}

  /** One sentence for each thing that is not as it must be; empty where all is. */
  public static List<String> failures(SelfTest test) {
    final List<String> failures = new ArrayList<>();
    if (!test.pairs().holds()) {
      failures.add(pairs(test.pairs()));
    }
    if (test.effects() == null) {
      failures.add("INCOMPLETE: delays of known size were not measured to the end; run it again");
    } else {
      test.effects().stream()
          .filter(effect -> !effect.holds())
          .map(SelfTestVerdict::effect)
          .forEach(failures::add);
    }
    return failures;
  }

  /** What to say where there are no failures. */
  static String success(SelfTest test) {
    final SameCell same = test.pairs();
    return "Passed: %d of %d pairs of the same cell were flagged, where at most %d may be; %s."
        .formatted(
            same.flagged(),
            same.pairs().size(),
            same.mostFlagged(),
            Objects.requireNonNull(test.effects()).stream()
                .map(
                    effect ->
                        "a delay of %s µs in the %s was found as %s µs, there"
                            .formatted(
                                SelfTestReport.size(effect),
                                effect.phase().label(),
                                Cells.estimate(effect.found(), effect.ci95())))
                .collect(Collectors.joining("; ")));
  }

  private static String pairs(SameCell same) {
    return "FAILED: %d of %d pairs of the same cell were flagged, where at most %d may be. Exact 95 %% intervals do that to %.0f %% of all self-tests by chance: run it again; twice in a row, look for drift, for a busy machine, or for a defect"
        .formatted(
            same.flagged(), same.pairs().size(), same.mostFlagged(), PERCENT * same.chance());
  }

  private static String effect(Effect effect) {
    return "FAILED: a delay of %s µs in the %s, found as %s µs: %s. An exact interval misses the size of a delay in 5 %% of all self-tests by chance: run it again; twice in a row, look for a busy machine, or for a defect"
        .formatted(
            SelfTestReport.size(effect),
            effect.phase().label(),
            Cells.estimate(effect.found(), effect.ci95()),
            String.join("; ", defects(effect)));
  }

  private static List<String> defects(Effect effect) {
    final List<String> defects = new ArrayList<>();
    if (!effect.detected()) {
      defects.add("the interval does not exclude that there is none");
    }
    if (!effect.covered()) {
      defects.add("the interval does not hold its size");
    }
    if (!effect.inItsPhase()) {
      defects.add(
          "it is not in its phase alone, but "
              + effect.phases().stream()
                  .map(part -> share(part, effect))
                  .collect(Collectors.joining(", ")));
    }
    return defects;
  }

  private static String share(PhaseDifference part, Effect effect) {
    return part.phase().label() + " " + Figures.percent(part.difference() / effect.found());
  }
}
