package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.stats.Lines.Line;
import io.github.handshakecost.stats.Lines.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinesTest {
  private static final List<List<Point>> ROUNDS =
      List.of(
          List.of(new Point(5_081, 5_160), new Point(20_145, 20_231), new Point(50_293, 50_402)),
          List.of(new Point(5_075, 5_190), new Point(20_180, 20_244)),
          List.of(new Point(5_102, 5_149), new Point(20_120, 20_255), new Point(50_310, 50_377)));

  @Test
  void roundCountsAsOftenAsItIsNamed() {
    final Line drawn =
        new Lines(ROUNDS)
            .of(values -> new double[] {ForkFigures.mean(values[2], values[2], values[0])})
            .apply(0);

    final Line written = new Lines(List.of(ROUNDS.get(2), ROUNDS.get(2), ROUNDS.get(0))).all();
    assertThat(drawn.slope()).isCloseTo(written.slope(), within(1e-12));
    assertThat(drawn.intercept()).isCloseTo(written.intercept(), within(1e-7));
  }

  @Test
  void twoPointsAreMetExactly() {
    final Line line = new Lines(List.of(List.of(new Point(1, 5), new Point(3, 9)))).all();

    assertThat(line).isEqualTo(new Line(3, 2));
    assertThat(line.at(10)).isEqualTo(23);
  }
}
