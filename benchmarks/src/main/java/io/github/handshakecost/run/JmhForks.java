package io.github.handshakecost.run;

import io.github.handshakecost.bench.Benchmarks;
import io.github.handshakecost.bench.GroupBenchmark;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.HandOver.GroupTask;
import io.github.handshakecost.trial.TrialOptions;
import io.github.handshakecost.trial.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures groups with JMH, one fork each, and joins JMH's scores to what the fork itself saw. */
public final class JmhForks implements Forks, ArmForks {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final BlockListener UNHEARD = (cell, micros) -> {};

  private final Options userOptions;
  private final Effort effort;
  private final Clock clock;
  private final Map<String, String> properties;
  private final Path task;
  private final Path measurement;
  private final long seed;

  /**
   * Measures with JMH.
   *
   * @param userOptions options of JMH's own that the user gave; they win over the effort's
   * @param seed of the order of blocks
   * @param properties system properties of every fork, beside those that each fork needs
   * @param folder that the run is saved in, where harness and fork leave each other files
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
      return fork(round, group, order, options(rehearsal.size(), order.size()), blocks);
    } finally {
      HandOver.remove(task);
    }
  }

  private GroupFork fork(
      int round, Group group, List<Integer> order, Options options, BlockListener blocks) {
    final String startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    final long begin = System.nanoTime();
    HandOver.remove(measurement);
    final BlockFormat format =
        new BlockFormat(
            (score, block) -> blocks.measured(group.cells().get(order.get(block)), score));
    try {
      final Collection<RunResult> results = new Runner(options, format).run();
      final double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      return new JmhResults(round, group, startedAt, seconds, order)
          .join(results, HandOver.readMeasurement(measurement));
    } catch (RunnerException e) {
      throw Failure.of(group, e);
    } catch (IOException e) {
      throw new ForkFailedException(
          "%s: expected what the fork saw, found %s"
              .formatted(group.label(), e.getClass().getSimpleName()));
    } finally {
      HandOver.remove(measurement);
    }
  }

  Options options(int rehearsal, int blocks) {
    return forked(GroupBenchmark.class, rehearsal, blocks).build();
  }

  private Options alone(Cell cell, int rehearsal, int blocks) {
    final ChainedOptionsBuilder options =
        forked(Benchmarks.of(Workload.of(cell.benchmark())), rehearsal, blocks);
    cell.params().forEach(options::param);
    return options.build();
  }

  private ChainedOptionsBuilder forked(Class<?> benchmark, int rehearsal, int blocks) {
    final TimeValue block = TimeValue.milliseconds(effort.block().toMillis());
    return new OptionsBuilder()
        .parent(userOptions)
        .include("^" + Pattern.quote(benchmark.getName()) + "\\.")
        .warmupIterations(rehearsal)
        .warmupTime(block)
        .measurementIterations(blocks)
        .measurementTime(block)
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
}
