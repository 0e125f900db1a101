package io.github.handshakecost.report;

import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.Effects;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.Pairs;
import io.github.handshakecost.result.SelfTest.Part;
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

  /**
   * Writes {@code self-test.json} and {@code self-test.md}.
   *
   * @return the same for the console
   */
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
    return NumberFormats.threeDigits(pairs.pairs().get(0).delay().injected());
  }

  private static String sentence(Effect effect) {
    return "a delay of %s µs in the %s was measured as %s µs, %s there"
        .formatted(
            NumberFormats.threeDigits(effect.injected()),
            effect.phase().label(),
            Cells.estimate(effect.difference(), effect.ci95()),
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
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Self-test of the harness"));
    final List<String> failures = failures(test);
    blocks.add(
        failures.isEmpty()
            ? new Block.Quote(
                test.parts().stream()
                    .map(SelfTestReport::sentence)
                    .collect(Collectors.joining("; ", "Passed: ", ".")))
            : new Block.Bullets(failures));
    blocks.add(
        new Block.Paragraph(
            "Commit %s%s, started %s, seed %d."
                .formatted(
                    test.commit(),
                    test.dirty() ? " with uncommitted changes" : "",
                    test.startedAt(),
                    test.seed())));
    for (final Part part : test.parts()) {
      if (part instanceof Pairs pairs) {
        blocks.addAll(pairs(pairs));
      } else if (part instanceof Effects effects) {
        blocks.addAll(effects(effects));
      } else {
        blocks.addAll(sharing((Sharing) part));
      }
    }
    return blocks;
  }

  private static List<Block> pairs(Pairs pairs) {
    return List.of(
        new Block.Heading(2, "The same cell twice, and with a delay"),
        new Block.Paragraph(
            "%s, in %d JVMs. Each measured %d arms in interleaved blocks: 20 times A and B, which are the same, and C, whose exchange the server delays by %s µs. Intervals are 95 %%, by bootstrap over the JVMs. A pair counts if the interval of B / A is within ±5 %%."
                .formatted(
                    pairs.cell().label(),
                    pairs.forks(),
                    3 * pairs.pairs().size(),
                    injected(pairs))),
        new Block.Table(
            List.of("pair", "B / A", "counts", "differ", "C - B, µs", "found", "of size"),
            IntStream.range(0, pairs.pairs().size())
                .mapToObj(i -> row(i + 1, pairs.pairs().get(i)))
                .toList()));
  }

  private static List<String> row(int number, Pair pair) {
    return List.of(
        Integer.toString(number),
        Cells.thousandths(pair.ratio(), pair.ci95()),
        expected(pair.counts()),
        pair.differs() ? "YES" : "no",
        Cells.estimate(pair.delay().difference(), pair.delay().ci95()),
        expected(pair.delay().found()),
        expected(pair.delay().covered()));
  }

  private static List<Block> effects(Effects effects) {
    final Effect effect = effects.handshake();
    return List.of(
        new Block.Heading(
            2,
            "A delay of %s µs in the %s"
                .formatted(NumberFormats.threeDigits(effect.injected()), effect.phase().label())),
        new Block.Paragraph(
            "%s, in %d JVMs: %s µs without the delay, %s µs more with it. Found: %s; of its size: %s; in its phase: %s."
                .formatted(
                    effects.cell().label(),
                    effects.forks(),
                    NumberFormats.threeDigits(effect.base()),
                    Cells.estimate(effect.difference(), effect.ci95()),
                    expected(effect.ci95().low() > 0),
                    expected(effect.covered()),
                    expected(effect.inItsPhase()))),
        new Block.Table(
            List.of("phase", "difference, µs", "share"),
            effect.phases().stream()
                .map(
                    part ->
                        List.of(
                            part.phase().label(),
                            Cells.estimate(part.difference(), part.ci95()),
                            NumberFormats.percent(part.difference() / effect.difference())))
                .toList()));
  }

  private static List<Block> sharing(Sharing sharing) {
    return List.of(
        new Block.Heading(2, "Cells in a shared JVM and alone"),
        new Block.Paragraph(
            "Mean time per request in a JVM that measures the cells of a group in turn, and in a JVM that measures this cell alone by RequestBenchmark. The four cells of httpclient5 are a group; each cell of raw-socket is its own group. Both are measured in each round, in random order; the 95 % interval of their ratio is by bootstrap over rounds. They are the same if it contains 1 and is within ±5 %."),
        new Block.Table(
            List.of("cell", "rounds", "shared, µs", "alone, µs", "shared / alone", "same"),
            sharing.cells().stream()
                .map(
                    cell ->
                        List.of(
                            name(cell),
                            Integer.toString(cell.rounds()),
                            NumberFormats.threeDigits(cell.together()),
                            NumberFormats.threeDigits(cell.alone()),
                            Cells.thousandths(cell.ratio(), cell.ci95()),
                            expected(cell.same())))
                .toList()));
  }

  private static String expected(boolean held) {
    return held ? "yes" : "NO";
  }
}
