package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.CalibratedForks;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.JmhForks;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Preflight;
import io.github.handshakecost.run.QuietJmh;
import io.github.handshakecost.selftest.SelfTestPart;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    footer = {
      "",
      "Other options go to JMH, e.g. -jvm, -jvmArgsAppend, -prof; -i (blocks of each cell in a fork)"
          + " and -r (length of a block)."
    })
final class RunCommand implements Callable<Integer> {
  private static final String SELF_TEST = "--self-test";
  private static final String RESUME = "--resume";

  @Spec private CommandSpec spec;

  @Mixin private PlanOptions plans;

  @Mixin private Enquiry enquiry;

  @Mixin private Destination destination;

  @Mixin private PacketCapture capture;

  @Mixin private Screen console;

  @Option(
      names = RESUME,
      paramLabel = "DIR",
      description =
          "Continue a run that was killed or interrupted, where commit and machine are the same, with the"
              + " options for JMH with which it was begun. Its time budget starts again.")
  private @Nullable Path resume;

  @Option(
      names = SELF_TEST,
      arity = "0..1",
      fallbackValue = SelfTestPart.STANDARD,
      preprocessor = SelfTestWord.class,
      paramLabel = "PART",
      description = {
        "Measure the harness itself: pairs (20 pairs of the same cell, and 10 %% more), effects (a"
            + " delay in the handshake), sharing (cells in a shared JVM and alone; up to 40"
            + " minutes), or all. Without PART: pairs and effects, in at most 15 minutes on 2 cores.",
        "Exits with 1 on a false positive or a miss."
      })
  private @Nullable String selfTest;

  @Unmatched private List<String> others = new ArrayList<>();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException, InterruptedException {
    QuietJmh.load();
    final CommandLineOptions jmh = JmhOptions.parse(others);
    requireOnePlan(jmh);
    if (enquiry.isAnswered(plans, spec.commandLine().getOut())) {
      return ExitCode.DONE.code();
    }
    Preflight.requireTemporaryFolder();
    if (selfTest != null) {
      return selfTest(SelfTestPart.named(selfTest), jmh).code();
    }
    if (resume != null) {
      return resume(Resumption.of(resume), jmh);
    }
    return run(jmh);
  }

  private void requireOnePlan(CommandLineOptions jmh) {
    if (selfTest != null) {
      GivenOptions.requireNoneBeside(SELF_TEST, Set.of("--out", "--seed"), spec);
      if (jmh.getMeasurementIterations().hasValue() || jmh.getMeasurementTime().hasValue()) {
        throw new UsageException(
            "--self-test sets its own blocks, so -i and -r are not allowed; leave them out");
      }
    }
    if (resume != null) {
      GivenOptions.requireNoneBeside(RESUME, Set.of("--pcap", "--verbose"), spec);
    }
  }

  private int run(CommandLineOptions jmh) throws IOException, InterruptedException {
    final Reach reach = Reach.of(plans.plan(), plans.chosen());
    capture.require(reach);
    if (!reach.prefix().isEmpty()) {
      return again(reach);
    }
    final Readiness ready = Readiness.of(reach.plan(), plans.chosen());
    final Plan plan = ready.plan().withEffort(ready.plan().effort().given(jmh));
    final RunDirectory directory = destination.create(clock, "", RunDirectory::create);
    return measure(
        plan,
        Recording.of(
            plan,
            JmhArguments.of(jmh),
            directory,
            forks(jmh, plan, directory),
            clock,
            joined(reach.warnings(), ready.warnings())));
  }

  /** All that a run measured once, it has to measure again: nothing of it may be left out. */
  private int resume(Resumption resumption, CommandLineOptions jmh)
      throws IOException, InterruptedException {
    resumption.requireCode(BuildCommit.ofThisBuild());
    resumption.requireJmhArguments(JmhArguments.of(jmh));
    final Reach reach = Reach.of(resumption.plan(), Set.of(Axes.RTT.name()));
    capture.require(reach);
    if (!reach.prefix().isEmpty()) {
      return again(reach);
    }
    resumption.requireEnvironment(Environment.capture(List.of(), List.of()));
    final Readiness ready = Readiness.of(reach.plan(), Set.of(Axes.PLACEMENT.name()));
    final Plan plan = ready.plan();
    return measure(
        plan,
        Recording.resumed(
            resumption.directory(),
            resumption.found(),
            forks(jmh, plan, resumption.directory()),
            clock,
            ready.warnings()));
  }

  private int again(Reach reach) throws IOException, InterruptedException {
    return Reexecution.run(
        reach.prefix(), spec.root().commandLine().getParseResult().originalArgs());
  }

  private Forks forks(CommandLineOptions jmh, Plan plan, RunDirectory directory) {
    return new CalibratedForks(
        new JmhForks(
            jmh, plan.effort(), plan.seed(), clock, capture.properties(), directory.path()));
  }

  private int measure(Plan plan, Recording recording) {
    final Reports screen =
        new Measurement(plan, recording, spec.commandLine().getErr(), console.terminal()).run();
    console.print(screen, spec.commandLine().getOut());
    return (recording.withdrew() ? ExitCode.REFUSED : ExitCode.DONE).code();
  }

  private ExitCode selfTest(List<SelfTestPart> parts, CommandLineOptions jmh) {
    final Plan plan =
        new Plan(
            "self-test",
            parts.stream().flatMap(part -> part.cells().stream()).toList(),
            parts.get(parts.size() - 1).effort(),
            plans.seed());
    final PrintWriter err = spec.commandLine().getErr();
    Readiness.of(plan, Set.of(Axes.PLACEMENT.name())).warnings().forEach(err::println);
    final SelfTestDirectory directory =
        destination.create(clock, "-self-test", SelfTestDirectory::create);
    return new SelfTestRun(parts, directory, plan.seed(), clock, spec.commandLine().getOut(), err)
        .run(
            (effort, properties) ->
                new JmhForks(jmh, effort, plan.seed(), clock, properties, directory.path()));
  }

  private static List<Warning> joined(List<Warning> first, List<Warning> then) {
    return Stream.of(first, then).flatMap(List::stream).toList();
  }
}
