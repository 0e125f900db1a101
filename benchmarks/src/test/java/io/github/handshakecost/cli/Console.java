package io.github.handshakecost.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command and what it printed. */
record Console(int exitCode, String out, String err) {

  static Console run(String... args) {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final int exitCode =
        HandshakeCost.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Console(exitCode, out.toString(), err.toString());
  }
}
