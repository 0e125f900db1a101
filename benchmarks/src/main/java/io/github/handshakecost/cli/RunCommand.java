package io.github.handshakecost.cli;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.JmhForks;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.QuietJmh;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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

  @Unmatched private List<String> others = new ArrayList<>();

  @Override
  public Integer call() {
    QuietJmh.load();
    final CommandLineOptions jmh = JmhOptions.parse(others);
    final Readiness ready = Readiness.of(plans.plan(), plans.chosen());
    final Plan plan = ready.plan();
    final Clock clock = Clock.systemUTC();
    new Measurement(
            plan,
            new JmhForks(jmh, plan.effort(), clock),
            directory(clock),
            clock,
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .run(ready.warnings());
    return ExitCode.DONE.code();
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
