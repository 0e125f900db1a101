package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.report.SelfTestReport;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.run.CalibratedForks;
import io.github.handshakecost.run.ColdForks;
import io.github.handshakecost.run.FeasibleCells;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.JmhForks;
import io.github.handshakecost.run.Measurement;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Preflight;
import io.github.handshakecost.run.PrivateNetworkLaunch;
import io.github.handshakecost.run.Resumption;
import io.github.handshakecost.run.RunLock;
import io.github.handshakecost.selftest.SelfTestPart;
import io.github.handshakecost.selftest.SelfTestRun;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Measures, saves and reports. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures requests under each policy, saves the run and prints the answer.",
    footer = {
      "",
      "Other options go to JMH, e.g. -jvm, -jvmArgsAppend, -prof, -i (blocks per cell and fork) and"
          + " -r (duration of a block)."
    })
final class RunCommand implements Callable<Integer> {
  private static final String SELF_TEST = "--self-test";
  private static final String RESUME = "--resume";
  private static final String LIST_PROFILERS = "-lprof";

  @Spec private CommandSpec spec;

  @Mixin private PlanOptions plans;

  @Mixin private Enquiry enquiry;

  @Mixin private OutputOptions output;

  @Mixin private Screen console;

  @Option(
      names = RESUME,
      paramLabel = "DIR",
      description =
          "Continue a killed or interrupted run, with the same commit, machine and JMH options. Its"
              + " time budget starts again.")
  private @Nullable Path resume;

  @Option(
      names = SELF_TEST,
      arity = "0..1",
      fallbackValue = SelfTestPart.STANDARD,
      preprocessor = SelfTestWord.class,
      paramLabel = "PART",
      description = {
        "Test the harness: pairs (each cell against itself and against a delayed copy), effects (a"
            + " delay in the handshake), sharing (a shared JVM against one JVM per cell; up to 40"
            + " minutes) or all. Default: pairs and effects, at most 15 minutes on 2 cores.",
        "Exits with 1 on a false positive or a miss."
      })
  private @Nullable String selfTest;

  @Unmatched private List<String> others = new ArrayList<>();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (others.contains(LIST_PROFILERS)) {
      return HandshakeCost.jmh(List.of(LIST_PROFILERS), spec.commandLine().getErr());
    }
    final JmhOptions jmh = JmhOptions.parse(others, spec.commandLine());
    requireOnePlan(jmh.options());
    if (enquiry.isAnswered(plans, spec.commandLine().getOut())) {
      return ExitCode.DONE;
    }
    Preflight.requireTemporaryFolder();
    if (selfTest != null) {
      return selfTest(SelfTestPart.named(selfTest), jmh.options());
    }
    return run(jmh, resume == null ? null : Resumption.of(resume));
  }

  private void requireOnePlan(CommandLineOptions jmh) {
    if (selfTest != null) {
      requireNoOptionBeside(SELF_TEST, Set.of("--out", "--seed"));
      if (jmh.getMeasurementIterations().hasValue() || jmh.getMeasurementTime().hasValue()) {
        throw new UsageException(
            "--self-test sets its own blocks, so -i and -r are not allowed; leave them out");
      }
    }
    if (resume != null) {
      requireNoOptionBeside(RESUME, Set.of("--pcap", "--verbose"));
    }
  }

  private void requireNoOptionBeside(String option, Set<String> allowed) {
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(given -> !given.equals(option) && !allowed.contains(given))
        .findFirst()
        .ifPresent(
            given -> {
              throw new UsageException(
                  "%s sets its own plan, so %s is not allowed; leave it out"
                      .formatted(option, given));
            });
  }

  /** To continue a run, distances and placement of its first part have to be possible again. */
  private int run(JmhOptions jmh, @Nullable Resumption resumption)
      throws IOException, InterruptedException {
    if (resumption != null) {
      resumption.requireCode(BuildCommit.ofThisBuild());
      resumption.requireJmhArguments(jmh.saved());
    }
    final Plan asked = resumption == null ? plans.plan() : resumption.plan();
    final Set<String> chosen =
        resumption == null ? plans.chosen() : Set.of(Axes.RTT.name(), Axes.PLACEMENT.name());
    jmh.requireUseFor(asked);
    final FeasibleCells reachable =
        FeasibleCells.reachable(asked.cells(), chosen).on(jmh.jdk(), chosen);
    output.requirePackets(reachable);
    if (!reachable.prefix().isEmpty()) {
      return PrivateNetworkLaunch.run(
          reachable.prefix(),
          Main.class,
          spec.root().commandLine().getParseResult().originalArgs());
    }
    if (resumption != null) {
      resumption.requireEnvironment(Environment.capture(List.of(), List.of()));
    }
    final FeasibleCells feasible = reachable.placed(chosen);
    final Plan plan = asked.withCells(feasible.cells()).withEffort(jmh.effort(asked.effort()));
    return RunLock.holding(
        () -> {
          final Run whole = resumption == null ? null : resumption.wholeForks();
          final RunManifest manifest =
              whole == null
                  ? plan.manifest(
                      BuildCommit.ofThisBuild(), clock.instant(), feasible.warnings(), jmh.saved())
                  : Resumption.manifest(whole, clock.instant(), feasible.warnings());
          final RunDirectory directory =
              resumption == null
                  ? output.create(clock, "", RunDirectory::create)
                  : resumption.directory();
          return measure(plan, jmh.options(), directory, manifest, whole);
        });
  }

  private int measure(
      Plan plan,
      CommandLineOptions jmh,
      RunDirectory directory,
      RunManifest manifest,
      @Nullable Run found) {
    if (plan.cold()) {
      try (ColdForks forks = new ColdForks(plan.cells(), TrialOptions.ofThisJvm(), clock)) {
        return measure(plan, forks, directory, manifest, found);
      }
    }
    final Forks forks =
        new CalibratedForks(
            new JmhForks(
                jmh, plan.effort(), plan.seed(), clock, output.properties(), directory.path()));
    return measure(plan, forks, directory, manifest, found);
  }

  private int measure(
      Plan plan, Forks forks, RunDirectory directory, RunManifest manifest, @Nullable Run found) {
    final PrintWriter err = spec.commandLine().getErr();
    final PrintWriter out = spec.commandLine().getOut();
    final Measurement measurement =
        new Measurement(manifest, directory, found, this::report, clock, err);
    out.print(measurement.run(plan, forks, new ProgressLines(err)));
    out.flush();
    return measurement.withdrew() ? ExitCode.REFUSED : ExitCode.DONE;
  }

  /** Writes the reports of a run that has ended, and returns the text for the console. */
  private String report(RunDirectory directory, End end) {
    final Reports reports = Reports.write(directory);
    return end == End.COMPLETE ? console.text(reports) : reports.answer(console.terminal());
  }

  private int selfTest(List<SelfTestPart> parts, CommandLineOptions jmh) {
    final long seed = plans.seed();
    final List<Cell> cells = parts.stream().flatMap(part -> part.cells().stream()).toList();
    final PrintWriter out = spec.commandLine().getOut();
    final PrintWriter err = spec.commandLine().getErr();
    new FeasibleCells(cells, List.of(), List.of())
        .placed(Set.of(Axes.PLACEMENT.name()))
        .warnings()
        .forEach(err::println);
    return RunLock.holding(
        () -> {
          final SelfTestDirectory directory =
              output.create(clock, "-self-test", SelfTestDirectory::create);
          final SelfTest test =
              new SelfTestRun(
                      parts,
                      directory,
                      seed,
                      clock.instant(),
                      found -> SelfTestReport.write(found, directory),
                      err)
                  .run(
                      (effort, properties) ->
                          new JmhForks(jmh, effort, seed, clock, properties, directory.path()),
                      System::nanoTime);
          out.print(SelfTestReport.write(test, directory));
          out.println("Saved in " + directory.path());
          out.flush();
          SelfTestReport.failures(test).forEach(err::println);
          return test.passed() ? ExitCode.DONE : ExitCode.REFUSED;
        });
  }
}
