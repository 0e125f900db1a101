package io.github.handshakecost.run;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.bench.Benchmarks;
import io.github.handshakecost.bench.GroupBenchmark;
import io.github.handshakecost.bench.OtherAxes;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.HandOver.GroupTask;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.trial.Affinity.PlacementRefusedException;
import io.github.handshakecost.trial.BrokenPremiseException;
import io.github.handshakecost.trial.Trial;
import io.github.handshakecost.trial.TrialOptions;
import io.github.handshakecost.trial.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures each group in a JMH fork, and joins JMH's scores to the fork's own measurements. */
public final class JmhForks implements Forks, ArmForks {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final BlockListener UNHEARD = (cell, micros) -> {};

  /** A process that SIGHUP, SIGINT, SIGKILL or SIGTERM ended, or the helper that starts it. */
  private static final Pattern KILLED =
      Pattern.compile("(?:exit code (?:129|130|137|143)|signal: (?:1|2|9|15))\\b");

  private final Options userOptions;
  private final Effort effort;
  private final Clock clock;
  private final Map<String, String> properties;
  private final Path task;
  private final Path measurement;
  private final long seed;

  /**
   * Forks of one run.
   *
   * @param userOptions JMH options of the user
   * @param seed for the order of blocks
   * @param properties further system properties of every fork
   * @param folder of the run, in which harness and fork exchange files
   */
  public JmhForks(
      Options userOptions,
      Effort effort,
      long seed,
      Clock clock,
      Map<String, String> properties,
      Path folder) {
    this.userOptions = userOptions;
    this.effort = effort;
    this.seed = seed;
    this.clock = clock;
    this.properties = Map.copyOf(properties);
    task = HandOver.task(folder);
    measurement = HandOver.measurement(folder);
  }

  @Override
  public GroupFork measure(int round, Group group, BlockListener blocks) {
    return measure(
        round, group, group.cells().stream().map(cell -> new Arm(cell, true)).toList(), blocks);
  }

  @Override
  public List<ForkRecord> together(int round, String label, List<Arm> arms) {
    final Group group = new Group(label, arms.stream().map(Arm::cell).toList());
    return measure(round, group, arms, UNHEARD).whole();
  }

  @Override
  public ForkRecord alone(int round, Cell cell) {
    final Group group = new Group(cell.label(), List.of(cell));
    final List<Integer> order = BlockOrder.of(group, effort, seed + round);
    final int rehearsal = BlockOrder.rehearsal(group, order).size();
    return fork(round, group, order, alone(cell, rehearsal, order.size()), UNHEARD).whole().get(0);
  }

  private GroupFork measure(int round, Group group, List<Arm> arms, BlockListener blocks) {
    final List<Integer> order = BlockOrder.of(group, effort, seed + round);
    final List<Integer> rehearsal = BlockOrder.rehearsal(group, order);
    HandOver.write(
        task, new GroupTask(arms, Stream.of(rehearsal, order).flatMap(List::stream).toList()));
    try {
      return fork(
          round, group, order, options(users(group), rehearsal.size(), order.size()), blocks);
    } finally {
      HandOver.remove(task);
    }
  }

  private GroupFork fork(
      int round, Group group, List<Integer> order, Options options, BlockListener blocks) {
    final String startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    final long begin = System.nanoTime();
    HandOver.remove(measurement);
    final OutputFormat format =
        BlockFormat.of(
            (score, block) -> {
              final Cell cell = group.cells().get(order.get(block));
              // The fork alone knows the time of pauses.
              if (cell.param(AxisNames.IDLE).equals(AxisNames.NO_PAUSE)) {
                blocks.measured(cell, score / cell.operationsInARow());
              }
            });
    try {
      final Collection<RunResult> results = new Runner(options, format).run();
      final double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      return new JmhResults(round, group, startedAt, seconds, order)
          .join(results, HandOver.readMeasurement(measurement));
    } catch (RunnerException e) {
      throw failure(group, e);
    } catch (IOException e) {
      throw new ForkFailedException(
          "%s: the fork left no measurements (%s)"
              .formatted(group.label(), e.getClass().getSimpleName()));
    } finally {
      HandOver.remove(measurement);
    }
  }

  /** All cells of a group have as many. */
  private static int users(Group group) {
    return group.cells().get(0).users();
  }

  Options options(int users, int rehearsal, int blocks) {
    return forked(GroupBenchmark.class.getName() + ".block", users, rehearsal, blocks).build();
  }

  private Options alone(Cell cell, int rehearsal, int blocks) {
    final ChainedOptionsBuilder options =
        forked(Benchmarks.name(Workload.of(cell.benchmark())), cell.users(), rehearsal, blocks);
    cell.params().entrySet().stream()
        .filter(axis -> !AxisNames.optionalAxes().containsKey(axis.getKey()))
        .forEach(axis -> options.param(axis.getKey(), axis.getValue()));
    options.param(OtherAxes.NAME, OtherAxes.of(cell.params()));
    return options.build();
  }

  private ChainedOptionsBuilder forked(String benchmark, int users, int rehearsal, int blocks) {
    final TimeValue block = TimeValue.milliseconds(effort.block().toMillis());
    return new OptionsBuilder()
        .parent(userOptions)
        .include("^" + Pattern.quote(benchmark) + "$")
        .warmupIterations(rehearsal)
        .warmupTime(block)
        .measurementIterations(blocks)
        .measurementTime(block)
        .threads(users)
        .forks(1)
        .warmupForks(0)
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgsAppend(jvmArgs());
  }

  private String[] jvmArgs() {
    final List<String> args = new ArrayList<>(userOptions.getJvmArgsAppend().orElse(List.of()));
    args.add("--enable-native-access=ALL-UNNAMED");
    if (!userOptions.getJvm().hasValue()) {
      args.addAll(QuietJmh.forkArguments(Runtime.version().feature()));
    }
    args.add("-D" + TrialOptions.WARM_UP_MILLIS + "=" + effort.warmUp().toMillis());
    args.add("-D" + TrialOptions.TASK + "=" + task);
    args.add("-D" + TrialOptions.MEASUREMENT + "=" + measurement);
    args.add("-D" + TrialOptions.HARNESS + "=" + ProcessHandle.current().pid());
    new TreeMap<>(properties).forEach((name, value) -> args.add("-D" + name + "=" + value));
    return args.toArray(String[]::new);
  }

  /**
   * The reason why a fork failed. JMH carries exceptions of a fork as suppressed exceptions of its
   * own, which have no useful message.
   */
  static RuntimeException failure(Group group, RunnerException thrown) {
    if (String.valueOf(thrown.getMessage()).contains("Another JMH instance")) {
      return RunLock.refused("the lock of JMH");
    }
    if (thrown.getCause() instanceof IOException refused) {
      return new CannotRunException(
          "JMH cannot lock the file jmh.lock in %s (%s): delete it, or name another folder with java -Djava.io.tmpdir=DIR"
              .formatted(System.getProperty("java.io.tmpdir"), refused.getMessage()));
    }
    final List<Throwable> all = all(thrown);
    for (final Throwable one : all) {
      if (one instanceof RunDirectoryException notSaved) {
        return notSaved;
      }
    }
    return all.stream()
        .flatMap(one -> explained(group, one).stream())
        .findFirst()
        .orElseGet(
            () ->
                new ForkFailedException(unexplained(group, all.get(all.size() - 1).getMessage())));
  }

  private static Optional<RuntimeException> explained(Group group, Throwable one) {
    final String message = String.valueOf(one.getMessage());
    if (message.endsWith("exit code " + Trial.STOOD_STILL)) {
      return Optional.of(
          new CannotRunException(
              "%s: a block of the fork did not end within 5 min; do not stop the delay line, and reduce background load"
                  .formatted(group.label())));
    }
    final Matcher killed = KILLED.matcher(message);
    if (killed.find()) {
      return Optional.of(
          new CannotRunException(
              "%s: the fork was killed (%s), by a user or by the system for lack of memory; remove the cause"
                  .formatted(group.label(), killed.group())));
    }
    if (one instanceof BrokenPremiseException) {
      return Optional.of(new ForkFailedException(message));
    }
    return one instanceof FixtureUnavailableException
            || one instanceof LinkUnavailableException
            || one instanceof PlacementRefusedException
            || one instanceof UsageException
        ? Optional.of(new CannotRunException(message))
        : Optional.empty();
  }

  private static String unexplained(Group group, @Nullable String message) {
    final boolean noPorts = String.valueOf(message).contains("assign requested address");
    return "%s: the fork did not finish: %s%s"
        .formatted(
            group.label(),
            message,
            noPorts
                ? "; widen the range of ephemeral ports (net.ipv4.ip_local_port_range), or allow their reuse (net.ipv4.tcp_tw_reuse=2)"
                : "");
  }

  /** All causes and suppressed exceptions, the innermost last. */
  private static List<Throwable> all(Throwable thrown) {
    final Set<Throwable> all = new LinkedHashSet<>();
    final Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
    while (!open.isEmpty()) {
      final Throwable next = open.removeFirst();
      if (all.add(next)) {
        Optional.ofNullable(next.getCause()).ifPresent(open::addLast);
        open.addAll(List.of(next.getSuppressed()));
      }
    }
    return List.copyOf(all);
  }
}
