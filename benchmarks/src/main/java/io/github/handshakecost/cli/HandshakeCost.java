package io.github.handshakecost.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program without its process. */
@Command(
    name = "benchmarks.jar",
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      PredictCommand.class,
      JmhCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Measures what TCP and TLS handshakes cost a program that makes many small HTTPS requests,"
            + " and what reusing one connection saves. Without a subcommand: run.",
    footer = {
      "",
      "Exit codes: 0 done; 1 a premise failed or a result was refused; 2 wrong usage; 3 the"
          + " environment cannot do what was asked."
    })
public final class HandshakeCost {
  private static final String RUN = "run";
  private static final Set<String> FOR_ALL = Set.of("-h", "--help", "-V", "--version");
  private static final String VERSION = "version";

  private HandshakeCost() {}

  /**
   * Runs a command.
   *
   * @return the exit code: 0 done; 1 a premise failed or a result was refused; 2 wrong usage; 3 the
   *     environment cannot do what was asked
   */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    if (args.length > 0 && args[0].equals(JmhCommand.NAME)) {
      return JmhCommand.run(List.of(args).subList(1, args.length), err);
    }
    final int code = commandLine().setOut(out).setErr(err).execute(withSubcommand(args));
    if (out.checkError()) {
      err.println(
          "cannot write to standard output, e.g. because the disk is full or a pipe is closed;"
              + " send the output elsewhere");
      return Math.max(code, ExitCode.REFUSED.code());
    }
    return code;
  }

  static CommandLine commandLine() {
    return new CommandLine(new HandshakeCost())
        // "-prof gc" is an option of JMH's, not "-p" with "rof".
        .setPosixClusteredShortOptionsAllowed(false)
        .setParameterExceptionHandler(HandshakeCost::explainUsage)
        .setExecutionExceptionHandler(Failures::explain);
  }

  private static int explainUsage(ParameterException e, String[] args) {
    e.getCommandLine()
        .getErr()
        .println(e.getMessage() + "; see " + e.getCommandLine().getCommandName() + " --help");
    return ExitCode.WRONG_USAGE.code();
  }

  /** Without a subcommand: {@code run}. */
  static String[] withSubcommand(String[] args) {
    if (args.length == 1 && args[0].equals(VERSION)) {
      return new String[] {"--" + VERSION};
    }
    if (args.length > 0 && (!args[0].startsWith("-") || FOR_ALL.contains(args[0]))) {
      return args;
    }
    final String[] run = new String[args.length + 1];
    run[0] = RUN;
    System.arraycopy(args, 0, run, 1, args.length);
    return run;
  }
}
