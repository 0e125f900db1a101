package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Options of JMH's own that a run passes on, such as {@code -i}, {@code -jvm}, {@code -prof}. */
final class JmhOptions {
  private static final String OWNED = "run writes its own results; see --out";
  private static final String WARM_UP =
      "run warms each fork up until it has settled; limit it with --warm-up";
  private static final String ONE_CLIENT = "a session is one client; leave it out";
  private static final String ONE_CALL = "an operation is one call of the benchmark; leave it out";

  private static final List<Refused> REFUSED =
      List.of(
          new Refused(
              "-f",
              options -> options.getForkCount().hasValue(),
              "run makes one fork for each group of cells in each round; give --rounds"),
          new Refused("-wi", options -> options.getWarmupIterations().hasValue(), WARM_UP),
          new Refused("-w", options -> options.getWarmupTime().hasValue(), WARM_UP),
          new Refused("-wbs", options -> options.getWarmupBatchSize().hasValue(), WARM_UP),
          new Refused("-wm", options -> options.getWarmupMode().hasValue(), WARM_UP),
          new Refused("-wmb", options -> !options.getWarmupIncludes().isEmpty(), WARM_UP),
          new Refused("-wf", options -> options.getWarmupForkCount().hasValue(), WARM_UP),
          new Refused("-l", CommandLineOptions::shouldList, "type run -l"),
          new Refused("-lp", CommandLineOptions::shouldListWithParams, "type run -lp"),
          new Refused("-lprof", CommandLineOptions::shouldListProfilers, "type jmh -lprof"),
          new Refused("-lrf", CommandLineOptions::shouldListResultFormats, "type jmh -lrf"),
          new Refused(
              "-bm",
              options -> !options.getBenchModes().isEmpty(),
              "run measures average time; for other modes use jmh"),
          new Refused("-t", options -> options.getThreads().hasValue(), ONE_CLIENT),
          new Refused("-tg", options -> options.getThreadGroups().hasValue(), ONE_CLIENT),
          new Refused(
              "-tu",
              options -> options.getTimeUnit().hasValue(),
              "results are in microseconds; leave it out"),
          new Refused("-opi", options -> options.getOperationsPerInvocation().hasValue(), ONE_CALL),
          new Refused("-bs", options -> options.getMeasurementBatchSize().hasValue(), ONE_CALL),
          new Refused(
              "-foe",
              options -> options.shouldFailOnError().hasValue(),
              "a failing benchmark always ends a run; leave it out"),
          new Refused(
              "-v",
              options -> options.verbosity().hasValue(),
              "run reports by itself; for JMH's own output use jmh"),
          new Refused("-rf", options -> options.getResultFormat().hasValue(), OWNED),
          new Refused("-rff", options -> options.getResult().hasValue(), OWNED),
          new Refused("-o", options -> options.getOutput().hasValue(), OWNED));

  private JmhOptions() {}

  /**
   * An option that a run decides by itself. Whether it is given is asked of what JMH has
   * understood, since its parser takes an option in many spellings: {@code -tu ms}, {@code -tu=ms},
   * {@code --tu ms}.
   */
  private record Refused(String name, Predicate<CommandLineOptions> given, String why) {}

  /**
   * @throws UsageException for what JMH does not know, or a run decides by itself
   */
  static CommandLineOptions parse(List<String> args) {
    final CommandLineOptions options = understood(args);
    for (final Refused refused : REFUSED) {
      if (refused.given().test(options)) {
        throw new UsageException(
            "%s has no meaning for run: %s".formatted(refused.name(), refused.why()));
      }
    }
    if (options.getJvm().hasValue()) {
      requireJava(options.getJvm().get());
    }
    if (!options.getIncludes().isEmpty()) {
      throw new UsageException(
          "run does not know %s; see run --help"
              .formatted(String.join(" ", options.getIncludes())));
    }
    return options;
  }

  /** JMH would find out after the run has made its directory, and say so by a stack trace. */
  private static void requireJava(String command) {
    if (!answersAsJava(command)) {
      throw new UsageException(
          "-jvm %s is no java command that runs here; give its path, as in -jvm %s"
              .formatted(command, Path.of(System.getProperty("java.home"), "bin", "java")));
    }
  }

  private static boolean answersAsJava(String command) {
    try {
      return new ProcessBuilder(command, "-version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static CommandLineOptions understood(List<String> args) {
    try {
      return new CommandLineOptions(args.toArray(String[]::new));
    } catch (CommandLineOptionException e) {
      throw new UsageException(
          "neither run nor JMH can take that: %s; see run --help, and jmh -h for JMH's options"
              .formatted(e.getMessage()));
    }
  }
}
