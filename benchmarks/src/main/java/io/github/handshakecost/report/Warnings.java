package io.github.handshakecost.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Finding.Figure.Kind;
import io.github.handshakecost.result.Finding.Severity;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.Summary;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The findings of a summary: gathered into sentences for a page and lines for a console. */
public final class Warnings {
  /** With more cells or policies than this, not all of them are named. */
  private static final int MOST_NAMED = 3;

  private static final String IMPRECISE = "IMPRECISE: ";

  private final Summary summary;
  private final Messages messages;

  private Warnings(Summary summary) {
    this.summary = summary;
    messages = new Messages(summary);
  }

  /** A line for all findings of one cause. */
  public record Line(Severity severity, String text) {}

  /**
   * The words of a finding.
   *
   * @param brief the cause with its figure, for a line
   * @param cause the same for a sentence
   * @param cure an option such as {@code --rounds 12}, or what to do; empty if unknown
   */
  record Message(String brief, String cause, String cure) {
    Message(String cause, String cure) {
      this(cause, cause, cure);
    }

    /** {@code size known to ±29 % (target ±5 %), direction certain → --rounds 12}. */
    private String line() {
      return cure.isEmpty() ? brief : brief + " → " + cure;
    }

    private String sentence() {
      return cure.isEmpty() ? cause : cause + (cure.startsWith("-") ? "; use " : "; ") + cure;
    }
  }

  /** One line for each cause, the gravest first. */
  public static List<Line> lines(Summary summary) {
    final Warnings warnings = new Warnings(summary);
    return warnings
        .grouped(Warnings::cause)
        .map(alike -> new Line(alike.get(0).severity(), warnings.message(alike).line()))
        .sorted(Comparator.comparing(Line::severity))
        .toList();
  }

  /** One sentence for each finding; measurements that show the same share one. */
  public static List<String> sentences(Summary summary) {
    final Warnings warnings = new Warnings(summary);
    return warnings
        .grouped(finding -> finding.fork() == null ? finding : cause(finding))
        .map(alike -> warnings.message(alike).sentence())
        .distinct()
        .toList();
  }

  /** The marks of a run that is not as it should be, with a sentence each. */
  static Map<Mark, String> marks(Summary summary) {
    final Map<Mark, String> marks = new EnumMap<>(Mark.class);
    summary
        .findings(Finding.Incomplete.class)
        .forEach(
            run -> marks.put(run.end() == End.FAILED ? Mark.FAILED : Mark.INCOMPLETE, end(run)));
    final List<Finding.Undecided> open = summary.findings(Finding.Undecided.class);
    open.stream()
        .limit(1)
        .forEach(it -> marks.put(Mark.UNDECIDED, "UNDECIDED: " + Messages.undecided(it)));
    if (open.isEmpty()) {
      summary.findings(Finding.Imprecise.class).stream()
          .max(Comparator.comparingDouble(Warnings::size))
          .ifPresent(it -> marks.put(Mark.IMPRECISE, imprecise(it)));
    }
    final int unsettled = summary.findings(Finding.Unsettled.class).size();
    if (unsettled > 0) {
      marks.put(
          Mark.UNSETTLED,
          "UNSETTLED: %d of %d measurements had not settled when their warm-up ended; their times may be too high"
              .formatted(unsettled, measurements(summary, cell -> true)));
    }
    summary
        .findings(Finding.Injected.class)
        .forEach(it -> marks.put(Mark.INJECTED, "INJECTED: " + Messages.injected(it)));
    if (summary.dirty()) {
      marks.put(Mark.DIRTY, "DIRTY: the code had uncommitted changes");
    }
    return marks;
  }

  /** {@code INCOMPLETE (interrupted, 2 rounds): why}. */
  private static String end(Finding.Incomplete run) {
    final String why = run.reason() == null ? "" : ": " + run.reason();
    final String measured =
        run.begun() > run.rounds()
            ? "%d of %s whole".formatted(run.rounds(), NumberFormats.counted(run.begun(), "round"))
            : NumberFormats.counted(run.rounds(), "round");
    return run.end() == End.FAILED
        ? "FAILED (%s)%s".formatted(measured, why)
        : "INCOMPLETE (%s, %s)%s".formatted(run.shortfall(), measured, why);
  }

  private static String imprecise(Finding.Imprecise sizes) {
    final boolean means = sizes.figures().get(0).kind() == Kind.MEAN;
    return "%s%s %s; quote with the interval"
        .formatted(IMPRECISE, means ? "means" : "directions certain, sizes", Messages.known(sizes));
  }

  /** A failed run has no figures for a finding to be about. */
  private Stream<List<Finding>> grouped(Function<Finding, Object> key) {
    return summary.findings().stream()
        .filter(it -> !summary.failed() || (it instanceof Finding.OfRun && it.fork() == null))
        .collect(groupingBy(key, LinkedHashMap::new, toList()))
        .values()
        .stream();
  }

  private static Object cause(Finding finding) {
    return finding instanceof Finding.Saved saved
        ? List.of(saved.cause(), saved.remedy())
        : finding.getClass();
  }

  private Message message(List<Finding> alike) {
    if (alike.get(0).fork() != null) {
      return ofMeasurements(alike);
    }
    final Finding gravest =
        alike.stream().max(Comparator.comparingDouble(Warnings::size)).orElseThrow();
    final Message message = messages.of(gravest);
    return alike.size() == 1 || gravest instanceof Finding.Imprecise
        ? message
        : new Message(
            "%s (and %d more)".formatted(message.brief(), alike.size() - 1), message.cure());
  }

  /** The least precise figure stands for all imprecise ones; else the first of a kind does. */
  private static double size(Finding finding) {
    return finding instanceof Finding.Imprecise sizes
        ? sizes.figures().get(0).relativeHalfWidth()
        : 0;
  }

  private Message ofMeasurements(List<Finding> alike) {
    final List<Cell> cells =
        alike.stream().map(it -> Objects.requireNonNull(it.fork()).cell()).distinct().toList();
    final int all = measurements(summary, cell -> true);
    final boolean everywhere = alike.size() == all;
    final boolean named = !everywhere && cells.size() <= MOST_NAMED;
    final String where =
        named
            ? cells.stream().map(messages.labels::brief).collect(joining(" and "))
            : everywhere ? "everywhere" : "in %d cells".formatted(cells.size());
    final int among = named ? measurements(summary, cells::contains) : all;
    final Message first = messages.of(alike.get(0));
    return new Message(
        "%d of %d measurements %s".formatted(alike.size(), all, first.brief())
            + (everywhere ? "" : policies(cells)),
        "%s: %d of %d measurements %s".formatted(where, alike.size(), among, first.cause()),
        first.cure());
  }

  /** {@code (new-client, pooled)}; nothing where there are too many. */
  private static String policies(List<Cell> cells) {
    final List<String> policies = cells.stream().map(cell -> cell.policy()).distinct().toList();
    return policies.size() > MOST_NAMED ? "" : " (" + String.join(", ", policies) + ")";
  }

  /** A measurement is one cell in one round. */
  private static int measurements(Summary summary, Predicate<Cell> which) {
    return summary.cells().stream()
        .filter(it -> which.test(it.cell()))
        .mapToInt(CellSummary::rounds)
        .sum();
  }
}
