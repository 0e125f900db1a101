package io.github.handshakecost.axis;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * One parameter of a measurement.
 *
 * @param name as on the command line and in results
 * @param standard the value if none is given
 * @param range the known values, for people
 * @param parser from text; throws {@link UsageException}
 */
public record Axis<T>(String name, String standard, String range, Function<String, T> parser) {
  private static final int LETTERS_PER_TYPO = 3;
  private static final int SHORT_WORD = 4;

  /** An axis with these values; a label has no space and no {@code =}. */
  static <T> Axis<T> of(String name, T standard, List<T> values, Function<T, String> label) {
    final Map<String, T> byLabel = new LinkedHashMap<>();
    values.forEach(value -> byLabel.put(label.apply(value), value));
    final String range = String.join(", ", byLabel.keySet());
    return new Axis<>(
        name,
        label.apply(standard),
        range,
        text -> {
          final T value = byLabel.get(text);
          if (value == null) {
            throw new UsageException(
                "%s=%s is not known%s; known values: %s"
                    .formatted(name, text, didYouMean(text, byLabel.keySet()), range));
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

  public T parse(String text) {
    return parser.apply(text);
  }

  /** {@code (did you mean X?)} after a space; empty if no known word is close. */
  public static String didYouMean(String given, Collection<String> known) {
    final String lower = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(word -> isClose(lower, word.toLowerCase(Locale.ROOT)))
        .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT))))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  /** A longer word is no typo of a short one: a user who types https does not mean http. */
  private static boolean isClose(String given, String word) {
    final boolean longer = word.length() <= SHORT_WORD && given.startsWith(word);
    return !longer && distance(given, word) <= Math.max(1, given.length() / LETTERS_PER_TYPO);
  }

  /** The letters to change, add or remove (Levenshtein distance). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      final int[] next = new int[row.length];
      next[0] = i;
      for (int j = 1; j < row.length; j++) {
        final int change = row[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(change, 1 + Math.min(row[j], next[j - 1]));
      }
      row = next;
    }
    return row[to.length()];
  }
}
