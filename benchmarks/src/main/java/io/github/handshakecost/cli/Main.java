package io.github.handshakecost.cli;

import io.github.handshakecost.run.QuietJmh;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The entry point of the program, and its only exit. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    QuietJmh.quieten();
    // Reports have the same digits and decimal points everywhere.
    Locale.setDefault(Locale.ROOT);
    final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(HandshakeCost.run(args, out, err));
  }
}
