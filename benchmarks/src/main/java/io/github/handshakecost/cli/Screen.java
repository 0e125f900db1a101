package io.github.handshakecost.cli;

import io.github.handshakecost.report.Reports;
import io.github.handshakecost.report.Terminal;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The part of a report that goes to the console. It ends with the answer. */
final class Screen {
  @Option(names = "--verbose", description = "Print all figures before the answer.")
  private boolean verbose;

  Terminal terminal() {
    return Terminal.of(System.getenv(), Ansi.AUTO.enabled());
  }

  String text(Reports reports) {
    return (verbose ? reports.full() + "\n" : "") + reports.answer(terminal());
  }
}
