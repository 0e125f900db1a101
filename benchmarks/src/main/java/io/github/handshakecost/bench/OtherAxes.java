package io.github.handshakecost.bench;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.model.AxisNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The optional axes as one parameter of JMH, as in {@code users:4+pool:1}. JMH names files of
 * profilers after all parameters, and with one for each axis a name would exceed 255 characters.
 */
public final class OtherAxes {
  /** The name of the parameter. */
  public static final String NAME = "otherAxes";

  /** All of them have their standard values. */
  static final String STANDARD = "standard";

  private static final String AND = "+";
  private static final String IS = ":";

  private OtherAxes() {}

  /** Axes with their values, of which the optional ones are this parameter. */
  public static Map<String, Collection<String>> asOne(Map<String, Collection<String>> axes) {
    final Map<String, Collection<String>> all = new LinkedHashMap<>(axes);
    if (all.keySet().removeAll(AxisNames.optionalAxes().keySet())) {
      final Map<String, Collection<String>> others = new LinkedHashMap<>(axes);
      others.keySet().retainAll(AxisNames.optionalAxes().keySet());
      all.put(NAME, combinations(others).stream().map(OtherAxes::of).toList());
    }
    return all;
  }

  /** Each value of an axis with each of the others. */
  public static List<Map<String, String>> combinations(Map<String, Collection<String>> axes) {
    List<Map<String, String>> all = List.of(Map.of());
    for (final Map.Entry<String, Collection<String>> axis : axes.entrySet()) {
      all =
          all.stream()
              .flatMap(
                  others ->
                      axis.getValue().stream().map(value -> with(others, axis.getKey(), value)))
              .toList();
    }
    return all;
  }

  private static Map<String, String> with(Map<String, String> others, String axis, String value) {
    final Map<String, String> all = new LinkedHashMap<>(others);
    all.put(axis, value);
    return all;
  }

  /** The value of the parameter that stands for values of axes. */
  public static String of(Map<String, String> axes) {
    final String values =
        AxisNames.optionalAxes().entrySet().stream()
            .filter(
                axis -> !axes.getOrDefault(axis.getKey(), axis.getValue()).equals(axis.getValue()))
            .map(axis -> axis.getKey() + IS + axes.get(axis.getKey()))
            .collect(Collectors.joining(AND));
    return values.isEmpty() ? STANDARD : values;
  }

  /**
   * The values of all optional axes.
   *
   * @throws UsageException if the text is no value of the parameter
   */
  static Map<String, String> parse(String text) {
    final Map<String, String> axes = new LinkedHashMap<>(AxisNames.optionalAxes());
    if (!text.equals(STANDARD)) {
      for (final String each : text.split("[+]", -1)) {
        final String[] axis = each.split(IS, 2);
        if (axis.length != 2 || axes.replace(axis[0], axis[1]) == null) {
          throw new UsageException(
              "%s=%s is not understood; name the axis itself, as in -p users=4"
                  .formatted(NAME, text));
        }
      }
    }
    return axes;
  }
}
