package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.run.CalibratedForks.LinkNotSteadyException;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.ForkFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program without its process. */
@Command(
    name = "benchmarks.jar",
    subcommands = {
      RunCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      PredictCommand.class,
      CountCommand.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    description =
        "Measures the cost of TCP and TLS handshakes for a program with many small HTTPS requests,"
            + " and the saving by reusing one connection. Without a subcommand: run.",
    footer = {
      "",
      "Exit codes: 0 done; 1 a premise failed or a result was refused; 2 wrong usage; 3 the"
          + " environment cannot do what was asked."
    })
public final class HandshakeCost {
  static final String JMH = "jmh";

  private static final String RUN = "run";
  private static final Set<String> GENERAL_OPTIONS = Set.of("-h", "--help", "-V", "--version");

  /** Exceptions whose message is a sentence for the user. Any other is an internal error. */
  private static final Map<Class<? extends Exception>, Integer> EXPLAINED =
      Map.of(
          UsageException.class, ExitCode.WRONG_USAGE,
          UnreadableRunException.class, ExitCode.WRONG_USAGE,
          CannotRunException.class, ExitCode.CANNOT_RUN,
          FixtureUnavailableException.class, ExitCode.CANNOT_RUN,
          LinkUnavailableException.class, ExitCode.CANNOT_RUN,
          RunDirectoryException.class, ExitCode.REFUSED,
          LinkNotSteadyException.class, ExitCode.REFUSED,
          ForkFailedException.class, ExitCode.REFUSED);

  @Spec private CommandSpec spec;

  private HandshakeCost() {}

  /** Runs a command, and returns its exit code. */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    if (args.length > 0 && args[0].equals(JMH)) {
      return jmh(List.of(args).subList(1, args.length), err);
    }
    final int code = commandLine().setOut(out).setErr(err).execute(withSubcommand(args));
    if (out.checkError()) {
      err.println(
          "cannot write to standard output, e.g. because the disk is full or a pipe is closed;"
              + " send the output elsewhere");
      return Math.max(code, ExitCode.REFUSED);
    }
    return code;
  }

  static CommandLine commandLine() {
    final CommandLine program = new CommandLine(new HandshakeCost());
    Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
        .forEach(command -> command.getCommandSpec().versionProvider(HandshakeCost::commit));
    return program
        // "-prof gc" is an option of JMH, not "-p" with "rof".
        .setPosixClusteredShortOptionsAllowed(false)
        .setParameterExceptionHandler((e, args) -> explainUsage(e))
        .setExecutionExceptionHandler((e, line, parsed) -> explain(e, line.getErr()));
  }

  static String[] withSubcommand(String[] args) {
    return args.length > 0 && (!args[0].startsWith("-") || GENERAL_OPTIONS.contains(args[0]))
        ? args
        : Stream.concat(Stream.of(RUN), Stream.of(args)).toArray(String[]::new);
  }

  private static int explainUsage(ParameterException e) {
    final CommandLine command = e.getCommandLine();
    final String name = command.getCommandName();
    final String message =
        e instanceof UnmatchedArgumentException unknown
            ? "%s does not know %s%s"
                .formatted(
                    name,
                    String.join(" ", unknown.getUnmatched()),
                    didYouMean(unknown.getUnmatched().get(0), command))
            : String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
    command.getErr().println("%s; see %s --help".formatted(message, name));
    return ExitCode.WRONG_USAGE;
  }

  /** {@code (did you mean --quick?)} after a space; empty if no option or subcommand is close. */
  static String didYouMean(String argument, CommandLine command) {
    return Axis.didYouMean(
        argument,
        Stream.of(command.getCommandSpec().optionsMap(), command.getSubcommands())
            .flatMap(known -> known.keySet().stream())
            .toList());
  }

  static int explain(Exception e, PrintWriter err) {
    final Integer code = EXPLAINED.get(e.getClass());
    if (code == null) {
      err.println("Internal error; please report it with the stack trace below.");
      e.printStackTrace(err);
      return ExitCode.REFUSED;
    }
    err.println(e.getMessage());
    return code;
  }

  @Command(name = "version", description = "Prints the version, as --version does.")
  void version() {
    spec.commandLine().printVersionHelp(spec.commandLine().getOut());
  }

  /** Stands here for the help; picocli never sees its arguments. */
  @Command(
      name = JMH,
      description = "JMH's own command line, e.g. jmh RequestBenchmark -p policy=pooled -f 1")
  void jmh() {}

  static int jmh(List<String> args, PrintWriter err) {
    try {
      org.openjdk.jmh.Main.main(JmhArguments.completed(args).toArray(String[]::new));
      return ExitCode.DONE;
    } catch (UsageException e) {
      err.println(e.getMessage());
      return ExitCode.WRONG_USAGE;
    } catch (IOException e) {
      err.println("JMH has failed: " + e.getMessage());
      return ExitCode.REFUSED;
    }
  }

  /** Names the commit, since every result belongs to one. */
  private static String[] commit() {
    final BuildCommit build = BuildCommit.ofThisBuild();
    return new String[] {
      "handshake-cost, commit "
          + build.abbreviated()
          + (build.dirty() ? " with uncommitted changes" : "")
    };
  }
}
