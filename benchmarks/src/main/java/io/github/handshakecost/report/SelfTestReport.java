package io.github.handshakecost.report;

import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import io.github.handshakecost.result.SelfTest.SameCell;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a self-test found, for people and machines. */
public final class SelfTestReport {
  private final SelfTest test;

  private SelfTestReport(SelfTest test) {
    this.test = test;
  }

  /**
   * Writes {@code self-test.json} and {@code self-test.md}.
   *
   * @return the same for the console
   */
  public static String write(SelfTest test, SelfTestDirectory directory) {
    final List<Block> blocks = new SelfTestReport(test).blocks();
    directory.write("self-test.json", Json.pretty(test));
    directory.write("self-test.md", MarkdownReport.render(blocks));
    return ConsoleReport.render(blocks);
  }

  private List<Block> blocks() {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Self-test of the harness"));
    final List<String> failures = SelfTestVerdict.failures(test);
    blocks.add(
        failures.isEmpty()
            ? new Block.Quote(SelfTestVerdict.success(test))
            : new Block.Bullets(failures));
    blocks.add(
        new Block.Paragraph(
            "Commit %s%s, started %s, seed %d."
                .formatted(
                    test.commit(),
                    test.dirty() ? " with uncommitted changes" : "",
                    test.startedAt(),
                    test.seed())));
    blocks.addAll(pairs(test.pairs()));
    if (test.effects() != null) {
      test.effects().forEach(effect -> blocks.addAll(effect(effect)));
    }
    return blocks;
  }

  private static List<Block> pairs(SameCell same) {
    return List.of(
        new Block.Heading(2, "The same cell twice"),
        new Block.Paragraph(
            "%s, measured twice in each of %d rounds, as A and as B. Each pair is B over A in %d rounds in a row, with its 95 %% interval by the bootstrap that reports use. A pair is flagged where the interval does not contain 1."
                .formatted(
                    same.cell().label(),
                    same.pairs().size() * same.roundsPerPair(),
                    same.roundsPerPair())),
        new Block.Table(
            List.of("pair", "from round", "B / A", "interval", "flagged"),
            IntStream.range(0, same.pairs().size())
                .mapToObj(i -> row(i + 1, same.pairs().get(i)))
                .toList()));
  }

  private static List<String> row(int number, Pair pair) {
    return List.of(
        Integer.toString(number),
        Integer.toString(pair.firstRound()),
        ratio(pair.ratio()),
        "[" + ratio(pair.ci95().low()) + ", " + ratio(pair.ci95().high()) + "]",
        pair.flagged() ? "YES" : "no");
  }

  /** Three digits after the point: these lie near 1. */
  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static List<Block> effect(Effect effect) {
    return List.of(
        new Block.Heading(
            2, "A delay of %s µs in the %s".formatted(size(effect), effect.phase().label())),
        new Block.Paragraph(
            "%s: %s µs without the delay, %s µs more with it, over %d rounds. Found: %s; of its size: %s; in its phase: %s."
                .formatted(
                    effect.cell().label(),
                    Figures.three(effect.base()),
                    Cells.estimate(effect.found(), effect.ci95()),
                    effect.rounds(),
                    word(effect.detected()),
                    word(effect.covered()),
                    word(effect.inItsPhase()))),
        new Block.Table(
            List.of("phase", "difference, µs", "share"),
            effect.phases().stream().map(part -> row(part, effect)).toList()));
  }

  private static List<String> row(PhaseDifference part, Effect effect) {
    return List.of(
        part.phase().label(),
        Cells.estimate(part.difference(), part.ci95()),
        Figures.percent(part.difference() / effect.found()));
  }

  static String size(Effect effect) {
    return Figures.three(effect.injected());
  }

  private static String word(boolean held) {
    return held ? "yes" : "NO";
  }
}
