package io.github.handshakecost.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the program begins and ends. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(HandshakeCost.run(args, out, err));
  }
}
