package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Axis values given on the command line. Each cell of a plan is measured with each of them, so that
 * {@code -p body=0,65536} turns one axis and leaves the others as the plan has them.
 */
public final class Overrides {
  private Overrides() {}

  /**
   * Turns axes of a plan.
   *
   * @param params axis name to values separated by commas, as JMH's {@code -p} takes them
   * @throws UsageException if an axis or a value is not known, or no combination makes sense
   */
  public static List<Cell> apply(Map<String, String> params, List<Cell> cells) {
    List<Cell> turned = cells;
    for (final Map.Entry<String, String> param : params.entrySet()) {
      final List<String> values = Arrays.asList(param.getValue().split(",", -1));
      values.forEach(value -> Axes.named(param.getKey()).parse(value));
      turned =
          turned.stream()
              .flatMap(cell -> values.stream().map(value -> cell.with(param.getKey(), value)))
              .toList();
    }
    final List<Cell> sensible =
        turned.stream().filter(cell -> nonsense(cell).findAny().isEmpty()).distinct().toList();
    if (sensible.isEmpty()) {
      throw new UsageException(
          turned.stream().flatMap(Overrides::nonsense).findFirst().orElseThrow());
    }
    return sensible;
  }

  private static Stream<String> nonsense(Cell cell) {
    return Settings.of(cell.params()).nonsense().stream();
  }
}
