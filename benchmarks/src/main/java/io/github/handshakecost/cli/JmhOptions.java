package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.JvmArguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.util.Optional;
import picocli.CommandLine;

/** JMH options that a run passes on, such as {@code -i}, {@code -jvm} and {@code -prof}. */
final class JmhOptions {
  private static final String OWNED = "run writes its own results; see --out";
  private static final String WARM_UP =
      "run warms each fork up until it is in steady state; limit it with --warm-up";
  private static final String ONE_CLIENT = "run measures one client thread; omit it";
  private static final String ONE_CALL = "an operation is one call of the benchmark; omit it";

  /**
   * Options that a run decides itself. They are looked up in JMH's own parser, which accepts many
   * spellings: {@code -tu ms}, {@code -tu=ms}, {@code --tu ms}.
   */
  private static final List<Refused> REFUSED =
      List.of(
          new Refused(
              "-f",
              options -> options.getForkCount().hasValue(),
              "run starts one fork for each group of cells in each round; give --rounds"),
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
              "results are in microseconds; omit it"),
          new Refused("-opi", options -> options.getOperationsPerInvocation().hasValue(), ONE_CALL),
          new Refused("-bs", options -> options.getMeasurementBatchSize().hasValue(), ONE_CALL),
          new Refused(
              "-foe",
              options -> options.shouldFailOnError().hasValue(),
              "a failing benchmark always ends a run; omit it"),
          new Refused(
              "-v",
              options -> options.verbosity().hasValue(),
              "for the whole report give --verbose; for JMH's own output use jmh"),
          new Refused("-rf", options -> options.getResultFormat().hasValue(), OWNED),
          new Refused("-rff", options -> options.getResult().hasValue(), OWNED),
          new Refused("-o", options -> options.getOutput().hasValue(), OWNED));

  /** An option of a profiler whose value is no path, as in {@code event=cpu}. */
  private static final Pattern PUBLIC = Pattern.compile("\\w*(?:=[\\w.,-]*)?");

  private static final String BETWEEN_PROFILER_OPTIONS = ";";

  private record Refused(String name, Predicate<CommandLineOptions> given, String why) {}

  private JmhOptions() {}

  /**
   * @param args arguments that run itself does not know
   * @throws UsageException if JMH does not know them either, or run refuses them
   */
  static CommandLineOptions parse(List<String> args, CommandLine run) {
    final CommandLineOptions options = understood(args, run);
    for (final Refused refused : REFUSED) {
      if (refused.given().test(options)) {
        throw new UsageException(
            "run does not take %s: %s".formatted(refused.name(), refused.why()));
      }
    }
    if (!options.getIncludes().isEmpty()) {
      throw new UsageException(
          "run does not know %s%s; see run --help"
              .formatted(
                  String.join(" ", options.getIncludes()),
                  HandshakeCost.didYouMean("--" + options.getIncludes().get(0), run)));
    }
    if (options.getJvm().hasValue()) {
      requireJvm(options.getJvm().get());
    }
    return options;
  }

  private static CommandLineOptions understood(List<String> args, CommandLine run) {
    try {
      return new CommandLineOptions(args.toArray(String[]::new));
    } catch (CommandLineOptionException e) {
      final String message = String.valueOf(e.getMessage());
      final String hint =
          args.stream()
              .filter(arg -> message.startsWith(arg.replaceFirst("^--?", "") + " is not"))
              .findFirst()
              .map(arg -> HandshakeCost.didYouMean(arg, run))
              .orElse("");
      throw new UsageException(
          "neither run nor JMH accepts that: %s%s; see run --help, and jmh -h for JMH's options"
              .formatted(message, hint));
    }
  }

  /** JMH itself would end with a stack trace. */
  private static void requireJvm(String jvm) {
    try {
      final Process process = new ProcessBuilder(jvm, "-version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      final String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() == 0 && said.contains("version \"")) {
        return;
      }
    } catch (IOException notStarted) {
      // The sentence below says so.
    }
    throw new UsageException(
        "-jvm %s does not start a JVM; give the path of a java program, as in -jvm /opt/jdk-21/bin/java"
            .formatted(jvm));
  }

  /**
   * The options as a run saves them: in a fixed order, however they were written, with private
   * paths and values masked.
   */
  static List<String> saved(Options given) {
    return Stream.of(
            one("-i", given.getMeasurementIterations()),
            one("-r", given.getMeasurementTime()),
            one("-to", given.getTimeout()),
            one("-gc", given.shouldDoGC()),
            one("-si", given.shouldSyncIterations()),
            given.getExcludes().stream().map("-e "::concat),
            given.getProfilers().stream().map(profiler -> "-prof " + saved(profiler)),
            one("-jvm", given.getJvm()).map(path -> "-jvm " + JvmArguments.MASK),
            jvm("-jvmArgsPrepend", given.getJvmArgsPrepend()),
            jvm("-jvmArgs", given.getJvmArgs()),
            jvm("-jvmArgsAppend", given.getJvmArgsAppend()))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<String> one(String option, Optional<?> value) {
    return value.hasValue() ? Stream.of(option + " " + value.get()) : Stream.empty();
  }

  private static Stream<String> jvm(String option, Optional<Collection<String>> arguments) {
    return arguments.hasValue()
        ? Stream.of(
            (option + " " + String.join(" ", JvmArguments.masked(List.copyOf(arguments.get()))))
                .strip())
        : Stream.empty();
  }

  private static String saved(ProfilerConfig profiler) {
    final String options =
        Stream.of(profiler.getOpts().split(BETWEEN_PROFILER_OPTIONS, -1))
            .map(
                option ->
                    PUBLIC.matcher(option).matches()
                        ? option
                        : option.substring(0, option.indexOf('=') + 1) + JvmArguments.MASK)
            .collect(Collectors.joining(BETWEEN_PROFILER_OPTIONS));
    return options.isEmpty() ? profiler.getKlass() : profiler.getKlass() + ":" + options;
  }
}
