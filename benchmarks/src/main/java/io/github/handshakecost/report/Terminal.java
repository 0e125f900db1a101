package io.github.handshakecost.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The screen that a report is printed on, so many columns wide. */
public record Terminal(int width, boolean unicode, boolean colour) {
  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 60;
  private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]");

  /**
   * The terminal that an environment describes: {@code COLUMNS}, and the character set in {@code
   * LC_ALL}, {@code LC_CTYPE} or {@code LANG}, the first that is set (POSIX, section 8.2).
   *
   * @param colour whether standard output is a terminal that may be coloured
   */
  public static Terminal of(Map<String, String> environment, boolean colour) {
    final String columns = environment.getOrDefault("COLUMNS", "");
    final int width =
        columns.matches("[1-9][0-9]{0,3}")
            ? Math.max(LEAST_WIDTH, Integer.parseInt(columns))
            : USUAL_WIDTH;
    final boolean unicode =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .map(value -> value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
            .orElse(false);
    return new Terminal(width, unicode, colour);
  }

  /** The text in characters that this terminal shows. */
  String shown(String text) {
    return unicode ? text : ascii(text);
  }

  /**
   * The text on one line in ASCII. Under the POSIX locale Java prints every other character as a
   * question mark, and of control characters a terminal would do what they say.
   */
  static String ascii(String text) {
    return NOT_ASCII.matcher(text).replaceAll(found -> ascii(found.group().codePointAt(0)));
  }

  /** The text in lines of this width, of which only one long word can be wider. */
  static List<String> wrap(String text, int width) {
    final List<String> lines = new ArrayList<>();
    final StringBuilder line = new StringBuilder();
    for (final String word : text.split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String ascii(int sign) {
    return switch (sign) {
      case 'µ' -> "u";
      case '×' -> "x";
      case '±' -> "+/-";
      case '–', '—', '·' -> "-";
      case '→' -> "->";
      case '▏' -> "|";
      case '…' -> "...";
      default -> Character.isISOControl(sign) ? " " : "?";
    };
  }
}
