package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.run.CalibratedForks;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.JmhForks;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.QuietJmh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Measures, saves, reports. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the ladder, saves a run directory, prints the report.",
    footer = {"", "Other options go to JMH, e.g. -jvm, -jvmArgsAppend, -wi, -i, -r, -prof."})
final class RunCommand implements Callable<Integer> {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Spec private CommandSpec spec;

  @Mixin private PlanOptions plans;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to save the run (default: results/<UTC time>-<commit>).")
  private @Nullable Path out;

  @Option(
      names = "--pcap",
      paramLabel = "FILE",
      description =
          "Also write the packets of every delay line, as the client's end sees them, 256 MiB at"
              + " most.")
  private @Nullable Path pcap;

  @Unmatched private List<String> others = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    QuietJmh.load();
    final CommandLineOptions jmh = JmhOptions.parse(others);
    final Reach reach = Reach.of(plans.plan(), plans.chosen());
    if (pcap != null) {
      requireCapture(pcap, reach);
    }
    if (!reach.prefix().isEmpty()) {
      return Reexecution.run(
          reach.prefix(), spec.root().commandLine().getParseResult().originalArgs());
    }
    final Readiness ready = Readiness.of(reach.plan(), plans.chosen());
    final Plan plan = ready.plan();
    final Clock clock = Clock.systemUTC();
    new Measurement(
            plan,
            new CalibratedForks(new JmhForks(jmh, plan.effort(), clock, Optional.ofNullable(pcap))),
            directory(clock),
            clock,
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .run(Stream.of(reach.warnings(), ready.warnings()).flatMap(List::stream).toList());
    return ExitCode.DONE.code();
  }

  /** What cannot be written has to be said now, and not by the first fork. */
  private static void requireCapture(Path file, Reach reach) {
    if (!reach.isDistant()) {
      throw new UsageException(
          "--pcap %s: there are no packets to write without a delay line; give an rtt above 0ms, e.g. -p rtt=20ms"
              .formatted(file));
    }
    try {
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw new CannotRunException(
          "--pcap %s cannot be written (%s): give a file in a directory that this user may write to"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  private RunDirectory directory(Clock clock) {
    final Path path =
        out != null
            ? out
            : Path.of(
                "results",
                NAME.format(clock.instant()) + "-" + BuildCommit.ofThisBuild().abbreviated());
    try {
      return RunDirectory.create(path);
    } catch (RunDirectoryException e) {
      throw new CannotRunException(String.valueOf(e.getMessage()));
    }
  }
}
