package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Finding.Figure;
import io.github.handshakecost.result.Finding.Figure.Kind;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import java.util.Locale;

/** The words for a headline figure in a warning. */
record FigureWords(CellLabels labels) {

  /** {@code 1,230 µs}. */
  static String micros(double value) {
    return NumberFormats.threeDigits(value) + " µs";
  }

  /** {@code 2 of 9 ratios}. */
  static String counted(List<Figure> some, int of) {
    final String noun = some.get(0).kind().name().toLowerCase(Locale.ROOT);
    return "%d of %s".formatted(some.size(), NumberFormats.counted(of, noun));
  }

  /** {@code new-client over pooled at rtt=0ms placement=same-core, 65.2 (±5.5 %)}. */
  String of(Figure figure) {
    final String place = labels.brief(figure.cell().where());
    final String name =
        switch (figure.kind()) {
          case RATIO ->
              "%s over %s at %s".formatted(figure.cell().policyLabel(), AxisNames.POOLED, place);
          case COST -> "connection-full at " + place;
          case MEAN -> labels.brief(figure.cell());
        };
    final Interval ci95 = figure.ci95();
    if (figure.value() == null) {
      return name + ", not measured";
    }
    final boolean ratio = figure.kind() == Kind.RATIO;
    if (ratio && ci95 != null && ci95.contains(1)) {
      return "%s, ~ %s".formatted(name, NumberFormats.interval(ci95));
    }
    final String value = ratio ? NumberFormats.threeDigits(figure.value()) : micros(figure.value());
    final String spread =
        ci95 == null
            ? NumberFormats.TOO_FEW_ROUNDS
            : NumberFormats.within(figure.relativeHalfWidth());
    return "%s, %s (%s)".formatted(name, value, spread);
  }
}
