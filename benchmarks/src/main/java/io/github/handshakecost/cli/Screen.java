package io.github.handshakecost.cli;

import io.github.handshakecost.report.Reports;
import io.github.handshakecost.report.Terminal;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How much of a report goes to the console; the answer is always its end. */
final class Screen {
  @Option(names = "--verbose", description = "Print all figures before the answer.")
  private boolean verbose;

  Terminal terminal() {
    return Terminal.of(System.getenv(), Ansi.AUTO.enabled());
  }

  String text(Reports screen) {
    return (verbose ? screen.full() + "\n" : "") + screen.answer(terminal());
  }

  void print(Reports screen, PrintWriter out) {
    out.print(text(screen));
    out.flush();
  }
}
