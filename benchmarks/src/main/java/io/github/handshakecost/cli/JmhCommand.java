package io.github.handshakecost.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/** JMH's own command line, untouched. Listed for the help; its arguments never meet picocli. */
@Command(
    name = JmhCommand.NAME,
    description = "JMH's own command line, e.g. jmh RequestBenchmark -p policy=pooled -f 1")
final class JmhCommand {
  static final String NAME = "jmh";

  private JmhCommand() {}

  static int run(List<String> args, PrintWriter err) {
    try {
      org.openjdk.jmh.Main.main(args.toArray(String[]::new));
      return ExitCode.DONE.code();
    } catch (IOException e) {
      err.println("JMH cannot go on: " + e.getMessage());
      return ExitCode.REFUSED.code();
    }
  }
}
