package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compared with R 4.2.2 (Debian's r-base-core). Above each test stands what was asked, after {@code
 * Rscript -e 'options(digits = 10); l <- c(41.2, 40.8, 42.9, 41.7, 43.3); r <- c(43.1, 44.0, 42.5,
 * 45.2, 44.7, 43.6); ...'}.
 */
final class ReferenceValuesTest {
  private static final double[] LEFT = {41.2, 40.8, 42.9, 41.7, 43.3};
  private static final double[] RIGHT = {43.1, 44.0, 42.5, 45.2, 44.7, 43.6};

  /** {@code qt(0.975, c(1, 2, 3.7, 9, 19))}. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.706204736",
    "2, 4.302652730",
    "3.7, 2.867520707",
    "9, 2.262157163",
    "19, 2.093024054"
  })
  void quantilesOfStudent(double freedom, double quantile) {
    assertThat(StudentT.quantile95(freedom)).isCloseTo(quantile, within(1e-8));
  }

  /**
   * {@code n <- c(3, 5, 10, 20); t <- qt(1 - 0.01 / (2 * n), n - 2); (n - 1) / sqrt(n) * sqrt(t^2 /
   * (n - 2 + t^2))}.
   */
  @ParameterizedTest
  @CsvSource({"3, 1.154684710", "5, 1.763678479", "10, 2.482083250", "20, 3.000804157"})
  void criticalValuesOfGrubbs(int n, double critical) {
    assertThat(Findings.criticalDistance(n)).isCloseTo(critical, within(1e-8));
  }

  /** {@code wilcox.test(l, r, exact = TRUE)$p.value}. */
  @Test
  void exactTestOfMannAndWhitney() {
    assertThat(Comparisons.pValue(LEFT, RIGHT)).isCloseTo(0.0303030303, within(1e-9));
    assertThat(Comparisons.pValue(RIGHT, LEFT)).isCloseTo(0.0303030303, within(1e-9));
  }

  /** {@code wilcox.test(c(1, 2, 3), c(4, 5, 6), exact = TRUE)$p.value}. */
  @Test
  void leastPValueOfThreeRoundsEach() {
    assertThat(Comparisons.pValue(new double[] {1, 2, 3}, new double[] {4, 5, 6}))
        .isCloseTo(0.1, within(1e-12));
  }

  /**
   * {@code wilcox.test(c(1, 2, 2, 4), c(2, 3, 5, 5, 6), exact = FALSE, correct = TRUE)$p.value}.
   */
  @Test
  void tiesAreCorrectedFor() {
    assertThat(Comparisons.pValue(new double[] {1, 2, 2, 4}, new double[] {2, 3, 5, 5, 6}))
        .isCloseTo(0.1038619484, within(1e-9));
  }

  /** {@code t.test(log(l), log(r))$parameter}. */
  @Test
  void degreesOfFreedomOfWelch() {
    assertThat(Welch.freedom(LEFT, RIGHT)).isCloseTo(8.170840047, within(1e-8));
  }

  /** {@code x <- c(5081, 20145, ...); y <- c(5160, 20231, ...); coef(lm(y ~ x))}. */
  @Test
  void lineOfLeastSquares() {
    final double[] x = {5_081, 20_145, 50_293, 5_075, 20_180, 5_102, 20_120, 50_310};
    final double[] y = {5_160, 20_231, 50_402, 5_190, 20_244, 5_149, 20_255, 50_377};
    final List<List<Lines.Point>> rounds =
        List.of(points(x, y, 0, 3), points(x, y, 3, 5), points(x, y, 5, 8));

    final Lines.Line line = new Lines(rounds).all();

    assertThat(line.slope()).isCloseTo(1.0001404034718, within(1e-12));
    assertThat(line.intercept()).isCloseTo(84.6557531875574, within(1e-8));
  }

  private static List<Lines.Point> points(double[] x, double[] y, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new Lines.Point(x[i], y[i])).toList();
  }
}
