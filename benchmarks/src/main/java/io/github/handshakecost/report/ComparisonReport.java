package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.stats.Change;
import io.github.handshakecost.stats.Comparison;
import io.github.handshakecost.stats.Comparisons;
import io.github.handshakecost.stats.CountChange;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed from one run to another, for a terminal or a pull request. */
public final class ComparisonReport {
  private static final double LEAST_P = 0.05;

  private final NamedRun base;
  private final NamedRun candidate;
  private final Comparisons comparisons;
  private final List<String> obstacles;
  private final Place place;

  /**
   * A report of a comparison.
   *
   * @param obstacles what makes the runs incomparable, where they are compared all the same
   */
  public ComparisonReport(
      NamedRun base, NamedRun candidate, Comparisons comparisons, List<String> obstacles) {
    this.base = base;
    this.candidate = candidate;
    this.comparisons = comparisons;
    this.obstacles = List.copyOf(obstacles);
    place =
        new Place(
            Stream.of(base, candidate).flatMap(run -> run.summary().cells().stream()).toList());
  }

  public String console() {
    return ConsoleReport.render(blocks());
  }

  public String markdown() {
    return MarkdownReport.render(blocks());
  }

  private List<Block> blocks() {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "What changed"));
    blocks.add(new Block.Paragraph(sentence()));
    blocks.add(new Block.Bullets(runs()));
    blocks.add(new Block.Paragraph(caption()));
    byPlace()
        .forEach(
            (title, compared) -> {
              blocks.add(new Block.Heading(3, title));
              blocks.add(
                  new Block.Table(
                      List.of("policy", "old", "new", "new/old", "p", "verdict"),
                      compared.stream().map(ComparisonReport::row).toList()));
            });
    blocks.addAll(counts());
    blocks.addAll(alone());
    return blocks;
  }

  private String sentence() {
    final long regressions = comparisons.count(Change.REGRESSION);
    return "%d %s compared%s: %d %s%s, %d faster, %d slower, %d without a difference%s%s; base commit %s, new commit %s."
        .formatted(
            comparisons.compared().size(),
            comparisons.compared().size() == 1 ? "cell" : "cells",
            some(lone(), "not compared"),
            regressions,
            regressions == 1 ? "regression" : "regressions",
            some(comparisons.count(Change.COUNTS_CHANGED), "with other counts"),
            comparisons.count(Change.FASTER),
            comparisons.count(Change.SLOWER),
            comparisons.count(Change.NONE),
            comparisons.open() == 0
                ? ""
                : " (%d of them too noisy to exclude a regression)".formatted(comparisons.open()),
            some(comparisons.count(Change.UNKNOWN), "unknown"),
            base.commit(),
            candidate.commit());
  }

  private long lone() {
    return (long) comparisons.onlyBase().size() + comparisons.onlyCandidate().size();
  }

  private static String some(long cells, String what) {
    return cells == 0 ? "" : ", %d %s".formatted(cells, what);
  }

  private List<String> runs() {
    final List<String> items = new ArrayList<>();
    obstacles.forEach(obstacle -> items.add("COMPARED BY FORCE: " + obstacle));
    differs("kernel", base.machine().kernel(), candidate.machine().kernel()).ifPresent(items::add);
    differs("JDK", base.machine().jdk(), candidate.machine().jdk()).ifPresent(items::add);
    items.add("base: " + base.line());
    base.summary().marks().forEach(mark -> items.add("base is " + mark));
    items.add("new: " + candidate.line());
    candidate.summary().marks().forEach(mark -> items.add("new is " + mark));
    return items;
  }

  /** No obstacle, but the code need not be the cause of a difference. */
  private static Optional<String> differs(String what, String before, String after) {
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(
            "the %s differs too: %s in base, %s in new; a difference in time may be its own"
                .formatted(what, before, after));
  }

  private String caption() {
    final long few = comparisons.compared().stream().filter(ComparisonReport::cannotTell).count();
    final String threshold = Figures.percentAsked(comparisons.threshold());
    return "Times in µs per operation, ± the distance to the farther end of the 95 %% interval over rounds; new/old with its 95 %% interval over the rounds of both runs, drawn independently; p by Mann-Whitney. ~ means that the interval contains 1, REGRESSION that all of it lies beyond 1 + %s, unknown that a run has too few rounds for an interval. Of %d cells without any change about one in twenty shows a difference by chance: a lone faster or slower near 1 is no news.%s"
        .formatted(
            threshold,
            comparisons.compared().size(),
            few == 0
                ? ""
                : " p cannot fall below %s with the rounds of %d cells; it takes 4 on each side, or 3 beside 5, to get below 0.05."
                    .formatted(p(greatestLeastP()), few));
  }

  /** Too few rounds for p to say anything, whatever they show. */
  private static boolean cannotTell(Comparison each) {
    return each.p() != null && each.leastP() > LEAST_P;
  }

  private double greatestLeastP() {
    return comparisons.compared().stream()
        .filter(ComparisonReport::cannotTell)
        .mapToDouble(Comparison::leastP)
        .max()
        .orElse(1);
  }

  private Map<String, List<Comparison>> byPlace() {
    return comparisons.compared().stream()
        .collect(
            Collectors.groupingBy(
                each -> title(each.cell()), LinkedHashMap::new, Collectors.toList()));
  }

  private String title(Cell cell) {
    return Ladder.prefix(cell.benchmark()) + place.of(cell.where());
  }

  private static List<String> row(Comparison each) {
    return List.of(
        each.cell().param(AxisNames.POLICY),
        mean(each.base()),
        mean(each.candidate()),
        Cells.estimate(each.ratio(), each.ci95()),
        each.p() == null ? "" : p(each.p()),
        each.change().label());
  }

  private static String mean(CellSummary cell) {
    return Figures.three(cell.mean())
        + " "
        + (cell.ci95() == null ? Cells.TOO_FEW : Figures.plusMinus(cell.relativeHalfWidth()));
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, "%.3f", p);
  }

  private List<Block> counts() {
    final List<List<String>> rows = new ArrayList<>();
    for (final Comparison each : comparisons.compared()) {
      for (final CountChange change : each.counts()) {
        rows.add(
            List.of(
                name(each.cell()),
                change.what(),
                Figures.three(change.base()),
                Figures.three(change.candidate())));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(3, "Counts that changed"),
            new Block.Paragraph(
                "Per request, as the server counted them. Whatever it did to the time, something else was measured."),
            new Block.Table(List.of("cell", "what", "old", "new"), rows));
  }

  private List<Block> alone() {
    final List<String> items =
        Stream.concat(
                comparisons.onlyBase().stream().map(cell -> "only in base: " + name(cell)),
                comparisons.onlyCandidate().stream().map(cell -> "only in new: " + name(cell)))
            .toList();
    return items.isEmpty()
        ? List.of()
        : List.of(new Block.Heading(3, "Not compared"), new Block.Bullets(items));
  }

  private String name(Cell cell) {
    return cell.param(AxisNames.POLICY) + ", " + title(cell);
  }
}
