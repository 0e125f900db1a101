package io.github.handshakecost.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the program begins and ends. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Digits and decimal points of reports are the same everywhere.
    Locale.setDefault(Locale.ROOT);
    final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(HandshakeCost.run(args, out, err));
  }
}
