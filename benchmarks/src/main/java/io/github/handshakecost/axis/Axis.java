package io.github.handshakecost.axis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One thing that can be turned.
 *
 * @param name as on the command line and in results
 * @param standard the value where none is given
 * @param range the known values, for people
 * @param parser from text; throws {@link UsageException}
 */
public record Axis<T>(String name, String standard, String range, Function<String, T> parser) {

  static <T extends AxisValue> Axis<T> of(String name, T standard, T[] values) {
    final Map<String, T> byLabel = new LinkedHashMap<>();
    for (final T value : values) {
      byLabel.put(value.label(), value);
    }
    final String range = String.join(", ", byLabel.keySet());
    return new Axis<>(
        name,
        standard.label(),
        range,
        text -> {
          final T value = byLabel.get(text);
          if (value == null) {
            throw new UsageException(
                "%s=%s is not known%s; known values: %s"
                    .formatted(name, text, Misspelling.hint(text, byLabel.keySet()), range));
          }
          return value;
        });
  }

  static Axis<Integer> ofNumber(String name, int standard, int least, int most, String unit) {
    final String range = "%d to %d %s".formatted(least, most, unit);
    return new Axis<>(
        name,
        Integer.toString(standard),
        range,
        text -> {
          if (!text.matches("\\d{1,9}")
              || Integer.parseInt(text) < least
              || Integer.parseInt(text) > most) {
            throw new UsageException(
                "%s=%s is out of range; it goes from %s".formatted(name, text, range));
          }
          return Integer.valueOf(text);
        });
  }

  /** The value that a text stands for. */
  public T parse(String text) {
    return parser.apply(text);
  }
}
