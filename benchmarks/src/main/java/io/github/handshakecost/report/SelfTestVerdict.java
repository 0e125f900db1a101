package io.github.handshakecost.report;

import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.Effects;
import io.github.handshakecost.result.SelfTest.Pairs;
import io.github.handshakecost.result.SelfTest.Part;
import io.github.handshakecost.result.SelfTest.Shared;
import io.github.handshakecost.result.SelfTest.Sharing;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a self-test comes to, in sentences. */
public final class SelfTestVerdict {
  private static final String AGAIN =
      "run it again with less background load; twice in a row, look for a defect";

  private SelfTestVerdict() {}

  /** One sentence for each part that is not as it must be; empty where all are. */
  public static List<String> failures(SelfTest test) {
    final List<String> failures = new ArrayList<>();
    test.parts().stream()
        .filter(part -> !part.holds())
        .forEach(part -> failures.add("FAILED: %s; %s".formatted(sentence(part), AGAIN)));
    final int missing = test.asked().size() - test.parts().size();
    if (missing > 0) {
      failures.add("INCOMPLETE: %s not measured".formatted(Figures.counted(missing, "part")));
    }
    return failures;
  }

  /** What to say where there are no failures. */
  static String success(SelfTest test) {
    return "Passed: "
        + test.parts().stream().map(SelfTestVerdict::sentence).collect(Collectors.joining("; "));
  }

  private static String sentence(Part part) {
    if (part instanceof Pairs pairs) {
      return pairs(pairs);
    }
    return part instanceof Effects effects ? effects(effects) : sharing((Sharing) part);
  }

  private static String pairs(Pairs pairs) {
    final int all = pairs.pairs().size();
    return "of %d pairs of the same cell %d differ (at most %d may) and %d are known to ±5 %%; a delay of %s µs was found in %d (at least %d) and of its size in %d (at least %d)"
        .formatted(
            all,
            pairs.differing(),
            Pairs.MOST_DIFFERING,
            pairs.counted(),
            Figures.three(pairs.pairs().get(0).delay().injected()),
            pairs.found(),
            all - Pairs.MOST_MISSED,
            pairs.ofItsSize(),
            all - Pairs.MOST_OF_ANOTHER_SIZE);
  }

  private static String effects(Effects effects) {
    final Effect effect = effects.handshake();
    return "a delay of %s µs in the %s came out as %s µs, %s there"
        .formatted(
            Figures.three(effect.injected()),
            effect.phase().label(),
            Cells.estimate(effect.difference(), effect.ci95()),
            effect.inItsPhase() ? "and" : "but NOT");
  }

  private static String sharing(Sharing sharing) {
    final List<String> other =
        sharing.cells().stream()
            .filter(cell -> !cell.same())
            .map(
                cell ->
                    "%s %s".formatted(place(cell), Cells.thousandths(cell.ratio(), cell.ci95())))
            .toList();
    return "%d of %d cells take as long in a shared JVM as alone, to ±5 %%"
            .formatted(sharing.cells().size() - other.size(), sharing.cells().size())
        + (other.isEmpty() ? "" : ", and not " + String.join(", ", other));
  }

  /** What tells the cells of a self-test apart. */
  static String place(Shared cell) {
    return Stream.of("client", "protocol", "policy")
        .map(cell.cell()::param)
        .collect(Collectors.joining(" "));
  }
}
