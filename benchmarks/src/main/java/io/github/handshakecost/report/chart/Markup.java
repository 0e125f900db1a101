package io.github.handshakecost.report.chart;

import java.util.regex.Pattern;

/** Text from saved files must not become markup. */
public final class Markup {
  /** Characters that XML cannot hold, and those that break a line. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF]");

  private Markup() {}

  /** Text for an element or a quoted attribute, of HTML and of XML alike. */
  public static String escape(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(" ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
