package io.github.handshakecost.axis;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known word that an unknown one was probably meant to be. */
public final class Misspelling {
  private static final int LETTERS_PER_MISTAKE = 3;
  private static final int SHORT = 4;

  private Misspelling() {}

  /**
   * A question to put behind the word.
   *
   * @return {@code (did you mean X?)}, after a space, or nothing if no known word is close
   */
  public static String hint(String given, Collection<String> known) {
    final String lower = given.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(word -> isClose(lower, word.toLowerCase(Locale.ROOT)))
        .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT))))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  /** Short words do not end too late by mistake: who types https does not mean http. */
  private static boolean isClose(String given, String word) {
    final boolean another = word.length() <= SHORT && given.startsWith(word);
    return !another && distance(given, word) <= Math.max(1, given.length() / LETTERS_PER_MISTAKE);
  }

  /** How many letters have to be changed, added or taken away (Levenshtein distance). */
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
