package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SelfTestDirectory;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.CalibratedForks;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.JmhForks;
import io.github.handshakecost.run.Measurement;
import io.github.handshakecost.run.NetworkPlan;
import io.github.handshakecost.run.PlacementPlan;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Preflight;
import io.github.handshakecost.run.Resumption;
import io.github.handshakecost.run.RunLock;
import io.github.handshakecost.selftest.SelfTestPart;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
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
    final JmhOptions jmh = JmhOptions.parse(others, spec.commandLine());
    requireOnePlan(jmh.options());
    if (enquiry.isAnswered(plans, spec.commandLine().getOut())) {
      return ExitCode.DONE.code();
    }
    Preflight.requireTemporaryFolder();
    if (selfTest != null) {
      return selfTest(SelfTestPart.named(selfTest), jmh.options()).code();
    }
    return resume == null ? run(jmh) : resume(Resumption.of(resume), jmh);
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

  private int run(JmhOptions jmh) throws IOException, InterruptedException {
    final NetworkPlan network = NetworkPlan.of(plans.plan(), plans.chosen());
    output.requirePackets(network);
    if (!network.prefix().isEmpty()) {
      return again(network);
    }
    final PlacementPlan placed = PlacementPlan.of(network.plan(), plans.chosen());
    final Plan plan = placed.plan().withEffort(jmh.effort(placed.plan().effort()));
    final List<Warning> warnings =
        Stream.of(network.warnings(), placed.warnings()).flatMap(List::stream).toList();
    final RunManifest manifest =
        plan.manifest(BuildCommit.ofThisBuild(), clock.instant(), warnings, jmh.saved());
    return RunLock.holding(
        () ->
            measure(
                plan,
                jmh.options(),
                output.create(clock, "", RunDirectory::create),
                manifest,
                null));
  }

  /** Distances and placement of the first part have to be possible again. */
  private int resume(Resumption resumption, JmhOptions jmh)
      throws IOException, InterruptedException {
    resumption.requireCode(BuildCommit.ofThisBuild());
    resumption.requireJmhArguments(jmh.saved());
    final NetworkPlan network = NetworkPlan.of(resumption.plan(), Set.of(Axes.RTT.name()));
    output.requirePackets(network);
    if (!network.prefix().isEmpty()) {
      return again(network);
    }
    resumption.requireEnvironment(Environment.capture(List.of(), List.of()));
    final PlacementPlan placed = PlacementPlan.of(network.plan(), Set.of(Axes.PLACEMENT.name()));
    return RunLock.holding(
        () -> {
          final Run whole = resumption.wholeForks();
          final RunManifest manifest =
              Resumption.manifest(whole, clock.instant(), placed.warnings());
          return measure(placed.plan(), jmh.options(), resumption.directory(), manifest, whole);
        });
  }

  private int again(NetworkPlan network) throws IOException, InterruptedException {
    return network.run(Main.class, spec.root().commandLine().getParseResult().originalArgs());
  }

  private int measure(
      Plan plan,
      CommandLineOptions jmh,
      RunDirectory directory,
      RunManifest manifest,
      @Nullable Run found) {
    final Forks forks =
        new CalibratedForks(
            new JmhForks(
                jmh, plan.effort(), plan.seed(), clock, output.properties(), directory.path()));
    final PrintWriter err = spec.commandLine().getErr();
    final PrintWriter out = spec.commandLine().getOut();
    final Measurement measurement =
        new Measurement(manifest, directory, found, this::report, clock, err);
    out.print(measurement.run(plan, forks, new ProgressLines(err)));
    out.flush();
    return (measurement.withdrew() ? ExitCode.REFUSED : ExitCode.DONE).code();
  }

  /** Writes the reports of a run that has ended, and returns the text for the console. */
  private String report(RunDirectory directory, End end) {
    final Reports reports = Reports.write(directory);
    return end == End.COMPLETE ? console.text(reports) : reports.answer(console.terminal());
  }

  private ExitCode selfTest(List<SelfTestPart> parts, CommandLineOptions jmh) {
    final Plan plan =
        new Plan(
            "self-test",
            parts.stream().flatMap(part -> part.cells().stream()).toList(),
            parts.get(parts.size() - 1).effort(),
            plans.seed());
    final PrintWriter err = spec.commandLine().getErr();
    PlacementPlan.of(plan, Set.of(Axes.PLACEMENT.name())).warnings().forEach(err::println);
    return RunLock.holding(
        () -> {
          final SelfTestDirectory directory =
              output.create(clock, "-self-test", SelfTestDirectory::create);
          return new SelfTestRun(
                  parts, directory, plan.seed(), clock, spec.commandLine().getOut(), err)
              .run(
                  (effort, properties) ->
                      new JmhForks(jmh, effort, plan.seed(), clock, properties, directory.path()));
        });
  }

  /** The next word is the part of the self-test, unless it may be an option of JMH. */
  static final class SelfTestWord implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (args.isEmpty() || args.peek().startsWith("-")) {
        args.push(SelfTestPart.STANDARD);
      }
      return false;
    }
  }
}
