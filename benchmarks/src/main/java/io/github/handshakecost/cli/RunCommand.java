package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.CalibratedForks;
import io.github.handshakecost.run.Effort;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.JmhForks;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Preflight;
import io.github.handshakecost.run.QuietJmh;
import io.github.handshakecost.run.SelfTestPlans;
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

  @Option(
      names = RESUME,
      paramLabel = "DIR",
      description =
          "Continue a run that was killed or interrupted, where commit and machine are the same, with the"
              + " options for JMH with which it was begun. Its time budget counts anew.")
  private @Nullable Path resume;

  @Option(
      names = SELF_TEST,
      description =
          "Measure the harness itself, in about 20 minutes on 2 cores: the same cell twice, and delays of"
              + " known size. Exit code 1 where it finds what is not there, or not what is.")
  private boolean selfTest;

  @Unmatched private List<String> others = new ArrayList<>();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException, InterruptedException {
    QuietJmh.load();
    final CommandLineOptions jmh = JmhOptions.parse(others);
    requireOnePlan();
    if (enquiry.isAnswered(plans, spec.commandLine().getOut())) {
      return ExitCode.DONE.code();
    }
    Preflight.requireTemporaryFolder();
    if (selfTest) {
      return selfTest(jmh).code();
    }
    if (resume != null) {
      return resume(Resumption.of(resume), jmh);
    }
    return run(jmh);
  }

  private void requireOnePlan() {
    if (selfTest) {
      GivenOptions.requireNoneBeside(SELF_TEST, Set.of("--out", "--seed"), spec);
    }
    if (resume != null) {
      GivenOptions.requireNoneBeside(RESUME, Set.of("--pcap"), spec);
    }
  }

  private int run(CommandLineOptions jmh) throws IOException, InterruptedException {
    final Reach reach = Reach.of(plans.plan(), plans.chosen());
    capture.require(reach);
    if (!reach.prefix().isEmpty()) {
      return again(reach);
    }
    final Readiness ready = Readiness.of(reach.plan(), plans.chosen(), jmh);
    final Plan plan = ready.plan();
    final RunDirectory directory = destination.create(clock, "", RunDirectory::create);
    return measure(
        plan,
        Recording.of(
                plan,
                directory,
                forks(jmh, plan.effort(), directory),
                clock,
                joined(reach.warnings(), ready.warnings()))
            .given(JmhArguments.of(jmh)));
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
    final Readiness ready = Readiness.of(reach.plan(), Set.of(Axes.PLACEMENT.name()), jmh);
    final Plan plan = ready.plan();
    return measure(
        plan,
        Recording.resumed(
            resumption.directory(),
            resumption.found(),
            forks(jmh, plan.effort(), resumption.directory()),
            clock,
            ready.warnings()));
  }

  private int again(Reach reach) throws IOException, InterruptedException {
    return Reexecution.run(
        reach.prefix(), spec.root().commandLine().getParseResult().originalArgs());
  }

  private Forks forks(CommandLineOptions jmh, Effort effort, RunDirectory directory) {
    return new CalibratedForks(
        new JmhForks(jmh, effort, clock, capture.properties(), directory.path()));
  }

  private int measure(Plan plan, Recording recording) {
    final List<String> reports =
        new Measurement(plan, List.of(recording), spec.commandLine().getErr()).run();
    final PrintWriter out = spec.commandLine().getOut();
    reports.forEach(out::print);
    out.println("Saved in " + recording.directory().path());
    out.flush();
    return ExitCode.DONE.code();
  }

  private ExitCode selfTest(CommandLineOptions jmh) {
    final Readiness ready =
        Readiness.of(SelfTestPlans.handshake(plans.seed()), Set.of(Axes.PLACEMENT.name()), jmh);
    final SelfTestDirectory directory =
        destination.create(clock, "-" + RunManifest.SELF_TEST, SelfTestDirectory::create);
    return new SelfTestRun(
            (effort, properties) -> new JmhForks(jmh, effort, clock, properties, directory.path()),
            directory,
            plans.seed(),
            ready.warnings(),
            clock,
            spec.commandLine().getOut(),
            spec.commandLine().getErr())
        .run();
  }

  private static List<Warning> joined(List<Warning> first, List<Warning> then) {
    return Stream.of(first, then).flatMap(List::stream).toList();
  }
}
