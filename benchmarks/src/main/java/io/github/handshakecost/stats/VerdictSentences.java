package io.github.handshakecost.stats;

import io.github.handshakecost.stats.Verdict.Figure;
import io.github.handshakecost.stats.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a verdict leaves open, in words. */
final class VerdictSentences {
  private static final String REMEDY = "add --rounds or --time-budget";

  private final Verdict verdict;

  VerdictSentences(Verdict verdict) {
    this.verdict = verdict;
  }

  /** The mark of the run; empty if it is conclusive. */
  Optional<String> mark() {
    if (!verdict.decided()) {
      return Optional.of(RunMarks.UNDECIDED + undecided(verdict.undecided()));
    }
    return verdict.conclusive() ? Optional.empty() : Optional.of(RunMarks.IMPRECISE + imprecise());
  }

  /** One sentence for each kind of figure and each half of the verdict. */
  List<String> warnings() {
    final List<String> warnings = new ArrayList<>();
    final List<Figure> open =
        verdict.undecided().stream().filter(figure -> figure.kind() == Kind.RATIO).toList();
    if (!open.isEmpty()) {
      warnings.add(
          "%s: the first is %s; %s".formatted(undecided(open), range(open.get(0)), REMEDY));
    }
    for (final Kind kind : Kind.values()) {
      final List<Figure> loose = verdict.imprecise(kind);
      if (!loose.isEmpty()) {
        warnings.add(
            "%s %s known less closely than %s: the widest is %s; %s"
                .formatted(
                    counted(loose),
                    loose.size() == 1 ? "is" : "are",
                    Figures.target(verdict.precision()),
                    spread(loose.get(0)),
                    REMEDY));
      }
    }
    return warnings;
  }

  private String undecided(List<Figure> open) {
    return open.get(0).kind() == Kind.MEAN
        ? counted(open) + " without an interval (%s)".formatted(Figures.TOO_FEW_ROUNDS)
        : "which policy is slower is open for " + counted(open) + why(open);
  }

  private static String why(List<Figure> open) {
    return open.stream().allMatch(figure -> figure.ci95() == null)
        ? " (%s)".formatted(Figures.TOO_FEW_ROUNDS)
        : "";
  }

  private String imprecise() {
    return "%s known to %s (target %s); quote with the interval"
        .formatted(
            verdict.of(Kind.MEAN).isEmpty() ? "directions certain, sizes" : "means",
            Figures.within(verdict.widest()),
            Figures.target(verdict.precision()));
  }

  /** {@code 2 of 9 ratios}, of figures of one kind. */
  private String counted(List<Figure> some) {
    final Kind kind = some.get(0).kind();
    return "%d of %s".formatted(some.size(), Figures.counted(verdict.of(kind).size(), kind.noun()));
  }

  /** For a ratio whose interval contains 1, or that has none. */
  private static String range(Figure figure) {
    return figure.ci95() == null
        ? spread(figure)
        : "%s, ~ %s".formatted(figure.name(), Figures.interval(figure.ci95()));
  }

  private static String spread(Figure figure) {
    if (figure.value() == null) {
      return figure.name() + ", not measured";
    }
    final String value =
        figure.name() + ", " + Figures.three(figure.value()) + figure.kind().unit();
    return "%s (%s)"
        .formatted(
            value,
            figure.ci95() == null
                ? Figures.TOO_FEW_ROUNDS
                : Figures.within(figure.relativeHalfWidth()));
  }
}
