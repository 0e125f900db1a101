package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.JvmArguments;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.run.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine;

/**
 * JMH options that a run passes on, such as {@code -i}, {@code -jvm} and {@code -prof}.
 *
 * @param jdk feature version of the JVM that measures
 * @param saved the same as a run saves them: sorted, with private paths and values masked
 */
record JmhOptions(CommandLineOptions options, int jdk, List<String> saved) {
  private static final String JVM = "-jvm";

  /** {@code openjdk version "17.0.15" 2025-04-15}. */
  private static final Pattern VERSION = Pattern.compile("version \"(\\d+)");

  /** Options with one value each. */
  private static final List<String> PASSED_ON =
      List.of(
          "-e",
          "-gc",
          "-i",
          JVM,
          "-jvmArgs",
          "-jvmArgsAppend",
          "-jvmArgsPrepend",
          "-prof",
          "-r",
          "-si");

  private static final String WARM_UP = "; limit the warm-up with --warm-up";
  private static final String OWN_RESULTS = "; run writes its own results, see --out";

  /** Options of JMH that a run decides itself. */
  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("-f", "; give --rounds"),
          Map.entry("-w", WARM_UP),
          Map.entry("-wi", WARM_UP),
          Map.entry("-bm", "; run measures average time, for other modes use jmh"),
          Map.entry("-t", "; each user is a thread, give -p users=N"),
          Map.entry("-to", "; a block that hangs ends after 5 min"),
          Map.entry("-tu", "; results are in microseconds"),
          Map.entry("-v", "; for the whole report give --verbose"),
          Map.entry("-rf", OWN_RESULTS),
          Map.entry("-rff", OWN_RESULTS),
          Map.entry("-o", OWN_RESULTS));

  /** Profilers of JMH that write no files: a block has no place for what they print. */
  private static final Set<String> PRINTING =
      Set.of("cl", "comp", "gc", "mempool", "pauses", "perf", "perfnorm", "safepoints", "stack");

  private record Given(String name, String value) {}

  /**
   * @param args arguments that run itself does not know
   * @throws UsageException if an option is not passed on, or JMH does not understand it
   */
  static JmhOptions parse(List<String> args, CommandLine run) {
    final List<Given> given = given(args, run);
    try {
      final CommandLineOptions options = new CommandLineOptions(args.toArray(String[]::new));
      return new JmhOptions(
          options, jdk(options), given.stream().map(JmhOptions::masked).sorted().toList());
    } catch (CommandLineOptionException e) {
      throw new UsageException("JMH refuses an option: %s; see jmh -h".formatted(e.getMessage()));
    }
  }

  /** Throws {@link UsageException} if the plan measures without JMH and there is an option. */
  void requireUseFor(Plan plan) {
    if (plan.cold() && !saved.isEmpty()) {
      throw new UsageException(
          "new JVMs run without JMH, so %s is not allowed; leave it out"
              .formatted(String.join(", ", saved)));
    }
  }

  /** With the blocks of {@code -i} and {@code -r}, if the user gave them. */
  Effort effort(Effort planned) {
    return planned.withBlocks(
        options.getMeasurementIterations().orElse(planned.cycles()),
        options.getMeasurementTime().hasValue()
            ? Duration.ofNanos(options.getMeasurementTime().get().convertTo(TimeUnit.NANOSECONDS))
            : planned.block());
  }

  private static List<Given> given(List<String> args, CommandLine run) {
    final List<Given> given = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      final String arg = args.get(i);
      final int equals = arg.indexOf('=');
      final String name = (equals < 0 ? arg : arg.substring(0, equals)).replaceFirst("^--", "-");
      if (!PASSED_ON.contains(name)) {
        throw new UsageException(
            "run does not take %s%s; options for JMH: %s; see run --help"
                .formatted(
                    arg,
                    REMEDIES.getOrDefault(
                        name, HandshakeCost.didYouMean("--" + arg.replaceFirst("^-+", ""), run)),
                    String.join(", ", PASSED_ON)));
      }
      if (equals < 0 && i + 1 == args.size()) {
        throw new UsageException("%s lacks a value; see jmh -h".formatted(arg));
      }
      given.add(new Given(name, equals < 0 ? args.get(++i) : arg.substring(equals + 1)));
    }
    given.stream()
        .filter(option -> option.name().equals("-prof"))
        .forEach(JmhOptions::requireFiles);
    return given;
  }

  private static void requireFiles(Given profiler) {
    final String name = profiler.value().split(":", 2)[0];
    if (PRINTING.contains(name)) {
      throw new UsageException(
          "run keeps nothing of -prof %s, which prints its results; give jmh RequestBenchmark -prof %s, or a profiler that writes files, such as async or jfr"
              .formatted(name, name));
    }
  }

  /** The feature version of the JVM that measures. */
  static int jdk(CommandLineOptions options) {
    return options.getJvm().hasValue() ? jdk(options.getJvm().get()) : Runtime.version().feature();
  }

  /** The feature version of a JVM. JMH itself would end with a stack trace if there is none. */
  private static int jdk(String jvm) {
    try {
      final Process process = new ProcessBuilder(jvm, "-version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      final String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      final Matcher version = VERSION.matcher(said);
      if (process.onExit().join().exitValue() == 0 && version.find()) {
        return Integer.parseInt(version.group(1));
      }
    } catch (IOException notStarted) {
      // The sentence below says so.
    }
    throw new UsageException(
        "-jvm %s is no java command that runs here; give its path, as in -jvm %s"
            .formatted(jvm, Path.of(System.getProperty("java.home"), "bin", "java")));
  }

  private static String masked(Given option) {
    return option.name() + " " + masked(option.name(), option.value());
  }

  private static String masked(String name, String value) {
    if (name.startsWith("-jvmArgs")) {
      return String.join(" ", JvmArguments.masked(List.of(value.strip().split("\\s+"))));
    }
    // The options of a profiler, as in stack:lines=3;file=/home/alice/out.
    final String known = value.replaceAll("=(?![\\w.,-]*(?:;|$))[^;]*", "=" + JvmArguments.MASK);
    return name.equals(JVM) || known.matches(".*[/\\\\].*") ? JvmArguments.MASK : known;
  }
}
