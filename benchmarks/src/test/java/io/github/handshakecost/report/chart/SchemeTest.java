package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.model.Phase;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WCAG 2.2, success criterion 1.4.3: text stands out from its ground by 4.5 to 1. */
final class SchemeTest {
  private static final double TEXT = 4.5;

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void textStandsOutFromItsGround(Scheme scheme) {
    for (final String ground : new String[] {"paper", "panel"}) {
      for (final String text : new String[] {"ink", "muted", "bad", "link"}) {
        assertThat(contrast(scheme, text, ground)).as("%s on %s", text, ground).isGreaterThan(TEXT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void lettersStandOutFromTheirBars(Scheme scheme) {
    for (final Phase phase : Phase.values()) {
      final String bar = colour(Palette.bar(phase));
      final String letter = colour(Palette.onBar(phase));
      assertThat(contrast(scheme, letter, bar)).as(phase.label()).isGreaterThan(TEXT);
    }
  }

  /** Lines are thin, but known by dash and shape as well; 2.5 keeps them from drowning. */
  @ParameterizedTest
  @EnumSource(Scheme.class)
  void linesOfPoliciesStandOutFromThePaper(Scheme scheme) {
    IntStream.range(0, 6)
        .forEach(
            i -> assertThat(contrast(scheme, "q" + i, "paper")).as("q" + i).isGreaterThan(2.5));
  }

  @Test
  void contrastIsThatOfTheFormula() {
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
    assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
  }

  /** The name of the first colour. */
  private static String colour(SvgStyle style) {
    return style.css().replaceFirst("^[^$]*[$](\\w+).*", "$1");
  }

  private static double contrast(Scheme scheme, String one, String other) {
    return contrast(scheme.colour(one), scheme.colour(other));
  }

  private static double contrast(String one, String other) {
    final double[] both =
        Stream.of(one, other).mapToDouble(SchemeTest::luminance).sorted().toArray();
    return (both[1] + 0.05) / (both[0] + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    final double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
