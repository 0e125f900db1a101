package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.Effects;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.Pairs;
import io.github.handshakecost.result.SelfTest.Part;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import io.github.handshakecost.result.SelfTest.Shared;
import io.github.handshakecost.result.SelfTest.Sharing;
import io.github.handshakecost.result.SelfTestDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The findings of a self-test, for people and programs. */
public final class SelfTestReport {
  private static final String AGAIN =
      "repeat it with less background load; if it fails twice, look for a defect";

  private SelfTestReport() {}

  /** Writes {@code self-test.json} and {@code self-test.md}; returns the console's text. */
  public static String write(SelfTest test, SelfTestDirectory directory) {
    final List<Block> blocks = blocks(test);
    directory.write("self-test.json", Json.pretty(test));
    directory.write("self-test.md", MarkdownReport.render(blocks));
    return ConsoleReport.render(blocks);
  }

  /** One sentence for each part that failed or is missing. */
  public static List<String> failures(SelfTest test) {
    final List<String> failures = new ArrayList<>();
    test.parts().stream()
        .filter(part -> !part.holds())
        .forEach(part -> failures.add("FAILED: %s; %s".formatted(sentence(part), AGAIN)));
    final int missing = test.asked().size() - test.parts().size();
    if (missing > 0) {
      failures.add("INCOMPLETE: %s not measured".formatted(NumberFormats.counted(missing, "part")));
    }
    return failures;
  }

  private static String sentence(Part part) {
    if (part instanceof Pairs pairs) {
      return sentence(pairs);
    }
    return part instanceof Effects effects
        ? sentence(effects.handshake())
        : sentence((Sharing) part);
  }

  private static String sentence(Pairs pairs) {
    final int all = pairs.pairs().size();
    return "of %d pairs of the same cell %d differ (at most %d may) and %d are known to ±5 %%; a delay of %s µs was found in %d (at least %d) and of its size in %d (at least %d)"
        .formatted(
            all,
            pairs.differing(),
            Pairs.MOST_DIFFERING,
            pairs.counted(),
            injected(pairs),
            pairs.found(),
            all - Pairs.MOST_MISSED,
            pairs.ofItsSize(),
            all - Pairs.MOST_OF_ANOTHER_SIZE);
  }

  private static String injected(Pairs pairs) {
    return threeDigits(pairs.pairs().get(0).delay().injected());
  }

  private static String sentence(Effect effect) {
    return "a delay of %s µs in the %s was measured as %s µs, %s there"
        .formatted(
            threeDigits(effect.injected()),
            effect.phase().label(),
            difference(effect),
            effect.inItsPhase() ? "and" : "but NOT");
  }

  private static String sentence(Sharing sharing) {
    final List<String> other =
        sharing.cells().stream()
            .filter(cell -> !cell.same())
            .map(cell -> name(cell) + " " + Cells.thousandths(cell.ratio(), cell.ci95()))
            .toList();
    return "%d of %d cells take as long in a shared JVM as alone, to ±5 %%%s"
        .formatted(
            sharing.cells().size() - other.size(),
            sharing.cells().size(),
            other.isEmpty() ? "" : ", but not " + String.join(", ", other));
  }

  private static String name(Shared cell) {
    return Stream.of("client", "protocol", "policy")
        .map(cell.cell()::param)
        .collect(Collectors.joining(" "));
  }

  private static List<Block> blocks(SelfTest test) {
    final Document report = new Document().title("Self-test of the harness");
    final List<String> failures = failures(test);
    if (failures.isEmpty()) {
      report.quote(
          test.parts().stream()
              .map(SelfTestReport::sentence)
              .collect(Collectors.joining("; ", "Passed: ", ".")));
    }
    report
        .bullets(failures)
        .paragraph(
            "Commit %s%s, started %s, seed %d."
                .formatted(
                    test.commit(),
                    test.dirty() ? " with uncommitted changes" : "",
                    test.startedAt(),
                    test.seed()));
    for (final Part part : test.parts()) {
      if (part instanceof Pairs pairs) {
        add(report, pairs);
      } else if (part instanceof Effects effects) {
        add(report, effects);
      } else {
        add(report, (Sharing) part);
      }
    }
    return report.blocks();
  }

  private static void add(Document report, Pairs pairs) {
    final List<Pair> all = pairs.pairs();
    report
        .section("The same cell twice, and with a delay")
        .paragraph(
            "%s, in %d JVMs. Each measured %d arms in interleaved blocks: 20 times A and B, which are the same, and C, whose exchange the server delays by %s µs. Intervals are 95 %%, by bootstrap over the JVMs. A pair counts if the interval of B / A is within ±5 %%."
                .formatted(pairs.cell().label(), pairs.forks(), 3 * all.size(), injected(pairs)))
        .table(
            IntStream.range(0, all.size()).boxed().toList(),
            new Columns<Integer>()
                .add("pair", i -> Integer.toString(i + 1))
                .add("B / A", i -> Cells.thousandths(all.get(i).ratio(), all.get(i).ci95()))
                .add("counts", i -> Cells.verdict(all.get(i).counts()))
                .add("differ", i -> all.get(i).differs() ? "YES" : "no")
                .add("C - B, µs", i -> difference(all.get(i).delay()))
                .add("found", i -> Cells.verdict(all.get(i).delay().found()))
                .add("of size", i -> Cells.verdict(all.get(i).delay().covered())));
  }

  private static String difference(Effect effect) {
    return Cells.estimate(effect.difference(), effect.ci95());
  }

  private static void add(Document report, Effects effects) {
    final Effect effect = effects.handshake();
    report
        .section(
            "A delay of %s µs in the %s"
                .formatted(threeDigits(effect.injected()), effect.phase().label()))
        .paragraph(
            "%s, in %d JVMs: %s µs without the delay, %s µs more with it. Found: %s; of its size: %s; in its phase: %s."
                .formatted(
                    effects.cell().label(),
                    effects.forks(),
                    threeDigits(effect.base()),
                    difference(effect),
                    Cells.verdict(effect.ci95().low() > 0),
                    Cells.verdict(effect.covered()),
                    Cells.verdict(effect.inItsPhase())))
        .table(
            effect.phases(),
            new Columns<PhaseDifference>()
                .add("phase", part -> part.phase().label())
                .add("difference, µs", part -> Cells.estimate(part.difference(), part.ci95()))
                .add(
                    "share",
                    part -> NumberFormats.percent(part.difference() / effect.difference())));
  }

  private static void add(Document report, Sharing sharing) {
    report
        .section("Cells in a shared JVM and alone")
        .paragraph(
            "Mean time per request in a JVM that measures the cells of a group in turn, and in a JVM that measures this cell alone by RequestBenchmark. The four cells of httpclient5 are a group; each cell of raw-socket is its own group. Both are measured in each round, in random order; the 95 % interval of their ratio is by bootstrap over rounds. They are the same if it contains 1 and is within ±5 %.")
        .table(
            sharing.cells(),
            new Columns<Shared>()
                .add("cell", SelfTestReport::name)
                .add("rounds", cell -> Integer.toString(cell.rounds()))
                .add("shared, µs", cell -> threeDigits(cell.together()))
                .add("alone, µs", cell -> threeDigits(cell.alone()))
                .add("shared / alone", cell -> Cells.thousandths(cell.ratio(), cell.ci95()))
                .add("same", cell -> Cells.verdict(cell.same())));
  }
}
