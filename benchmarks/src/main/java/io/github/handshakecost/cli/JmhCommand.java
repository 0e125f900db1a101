package io.github.handshakecost.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * JMH's own command line, untouched but for {@code --help}. Listed for the help; its arguments
 * never meet picocli.
 */
@Command(
    name = JmhCommand.NAME,
    description = "JMH's own command line, e.g. jmh RequestBenchmark -p policy=pooled -f 1")
final class JmhCommand {
  static final String NAME = "jmh";

  /** What asks for help everywhere else, and how JMH calls it. */
  private static final String HELP = "--help";

  private static final String JMH_HELP = "-h";

  private JmhCommand() {}

  static int run(List<String> args, PrintWriter err) {
    try {
      org.openjdk.jmh.Main.main(
          args.stream().map(arg -> arg.equals(HELP) ? JMH_HELP : arg).toArray(String[]::new));
      return ExitCode.DONE.code();
    } catch (IOException e) {
      err.println("JMH cannot go on: " + e.getMessage());
      return ExitCode.REFUSED.code();
    }
  }
}
