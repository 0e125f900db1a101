package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.report.Comparability.Obstacle;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Comparisons;
import io.github.handshakecost.stats.Comparisons.Change;
import io.github.handshakecost.stats.Comparisons.Comparison;
import io.github.handshakecost.stats.Comparisons.RatioComparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changes from one run to another, for a terminal or a pull request. */
public final class ComparisonReport {
  private static final Columns<Comparison> CELLS =
      new Columns<Comparison>()
          .add("policy", each -> each.cell().policyLabel())
          .add("old, µs", each -> threeDigits(each.base().mean()))
          .add("new, µs", each -> threeDigits(each.candidate().mean()))
          .add("new/old", each -> Cells.estimate(each.ratio(), each.ci95()))
          .add("p", each -> each.p() == null ? "" : p(each.p()))
          .add("verdict", each -> each.change().label());

  private static final Columns<RatioComparison> RATIOS =
      new Columns<RatioComparison>()
          .add("policy / pooled", each -> each.cell().policyLabel())
          .add("old ratio", each -> threeDigits(each.base()))
          .add("new ratio", each -> threeDigits(each.candidate()))
          .add("new/old", each -> Cells.estimate(each.ratio(), each.ci95()))
          .add("verdict", RatioComparison::label);

  private final NamedRun base;
  private final NamedRun candidate;
  private final Comparisons comparisons;
  private final List<Obstacle> ignored;
  private final CellLabels labels;

  /** Of two runs that are compared in spite of the obstacles that are ignored. */
  public ComparisonReport(
      NamedRun base, NamedRun candidate, Comparisons comparisons, List<Obstacle> ignored) {
    this.base = base;
    this.candidate = candidate;
    this.comparisons = comparisons;
    this.ignored = ignored;
    labels = NamedRun.labels(Stream.of(base, candidate));
  }

  public String console() {
    return ConsoleReport.render(blocks());
  }

  public String markdown() {
    return MarkdownReport.render(blocks());
  }

  private List<Block> blocks() {
    final Document report = new Document().section(answer()).paragraph(counted()).bullets(runs());
    report
        .tables(comparisons.compared(), each -> title(each.cell()), CELLS)
        .tables(comparisons.ratios(), each -> "Ratios, " + title(each.cell()), RATIOS);
    changedCounts(report);
    final List<String> alone =
        Stream.concat(
                comparisons.onlyBase().stream().map(cell -> "only in base: " + name(cell)),
                comparisons.onlyCandidate().stream().map(cell -> "only in new: " + name(cell)))
            .toList();
    if (!alone.isEmpty()) {
      report.part("Not compared").bullets(alone);
    }
    return report.paragraph(caption()).blocks();
  }

  private String answer() {
    final String bound = NumberFormats.percentAsked(comparisons.threshold());
    return switch (comparisons.outcome()) {
      case REGRESSION -> "Regression: " + failures(bound);
      case UNDECIDED ->
          "Undecided: %s may be more than %s slower; measure with more --rounds"
              .formatted(cells(comparisons.undecided()), bound);
      case IMPROVEMENT ->
          "Improvement: %s faster, none more than %s slower"
              .formatted(cells(comparisons.count(Change.FASTER)), bound);
      case NOTHING_FOUND -> "Nothing found: no cell is more than %s slower".formatted(bound);
    };
  }

  private String failures(String bound) {
    final long slower = comparisons.count(Change.REGRESSION);
    final long counts = comparisons.count(Change.COUNTS_CHANGED);
    return Stream.of(
            slower == 0 ? "" : "%s more than %s slower".formatted(cells(slower), bound),
            counts == 0 ? "" : cells(counts) + " with changed counts")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String cells(long count) {
    return NumberFormats.counted(count, "cell");
  }

  /** The gate of continuous integration reads this sentence. */
  private String counted() {
    return "%s compared%s: %s%s, %d faster, %d slower, %d without a difference%s; base commit %s, new commit %s."
        .formatted(
            cells(comparisons.compared().size()),
            some(
                comparisons.onlyBase().size() + comparisons.onlyCandidate().size(), "not compared"),
            NumberFormats.counted(comparisons.count(Change.REGRESSION), "regression"),
            some(comparisons.count(Change.COUNTS_CHANGED), "with other counts"),
            comparisons.count(Change.FASTER),
            comparisons.count(Change.SLOWER),
            comparisons.count(Change.NONE),
            some(comparisons.count(Change.UNKNOWN), "unknown"),
            base.commit(),
            candidate.commit());
  }

  private static String some(long cells, String kind) {
    return cells == 0 ? "" : ", %d %s".formatted(cells, kind);
  }

  private List<String> runs() {
    final List<String> items = new ArrayList<>();
    if (Instant.parse(candidate.startedAt()).isBefore(Instant.parse(base.startedAt()))) {
      items.add("NEW is older than BASE: if you mean the change to the newer run, swap them");
    }
    ignored.forEach(each -> items.add("IGNORED " + each.property() + ": " + each.sentence()));
    addDifference(items, "kernel", base.machine().kernel(), candidate.machine().kernel());
    addDifference(items, "JDK", base.machine().jdk(), candidate.machine().jdk());
    items.add("base: " + base.line());
    base.markSentences().forEach(mark -> items.add("base is " + mark));
    items.add("new: " + candidate.line());
    candidate.markSentences().forEach(mark -> items.add("new is " + mark));
    return items;
  }

  private static void addDifference(List<String> items, String name, String old, String now) {
    if (!old.equals(now)) {
      items.add(
          "the %s is %s in base and %s in new, which may explain a difference in time"
              .formatted(name, old, now));
    }
  }

  private String title(Cell cell) {
    return Ladder.prefix(cell.benchmark()) + labels.of(cell.where());
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, "%.3f", p);
  }

  private String caption() {
    final double leastP =
        comparisons.compared().stream()
            .filter(each -> each.ci95() != null && each.p() == null)
            .mapToDouble(Comparison::leastP)
            .max()
            .orElse(0);
    return "Times are means per operation. new/old has its 95 %% interval over the rounds of both runs, drawn independently. ~: the interval includes 1. REGRESSION: all of it is above 1 + %s. unknown: too few rounds for an interval. Ratios to pooled do not depend on how fast the machine was in each run; they have no threshold. Of %d unchanged cells, about one in twenty shows a difference by chance. p is by Mann-Whitney's test.%s"
        .formatted(
            NumberFormats.percentAsked(comparisons.threshold()),
            comparisons.compared().size(),
            leastP == 0
                ? ""
                : " It is left out if it cannot fall below 0.05 (here: below %s): give both runs at least 4 rounds."
                    .formatted(p(leastP)));
  }

  private void changedCounts(Document report) {
    final List<String> changed =
        comparisons.compared().stream()
            .filter(each -> !each.counts().isEmpty())
            .map(each -> name(each.cell()) + ": " + counts(each))
            .toList();
    if (!changed.isEmpty()) {
      report
          .part("Counts that changed")
          .paragraph(
              "Per request, as the server counted them. The two runs did not measure the same, so a difference in time means nothing.")
          .bullets(changed);
    }
  }

  private static String counts(Comparison each) {
    return each.counts().stream()
        .map(
            count ->
                "%s from %s to %s"
                    .formatted(
                        count.name(), threeDigits(count.base()), threeDigits(count.candidate())))
        .collect(Collectors.joining(", "));
  }

  private String name(Cell cell) {
    return cell.policyLabel() + ", " + title(cell);
  }
}
