package io.github.handshakecost.run;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.bench.Benchmarks;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.MeasurementFile;
import io.github.handshakecost.trial.TrialOptions;
import io.github.handshakecost.trial.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures cells with JMH, one fork each, and joins JMH's scores to what the fork itself saw. */
public final class JmhForks implements Forks {
  private final Options userOptions;
  private final Effort effort;
  private final Clock clock;
  private final Map<String, String> properties;
  private final Path measurement;

  /**
   * Measures with JMH.
   *
   * @param userOptions options of JMH's own that the user gave; they win over the effort's
   * @param properties system properties of every fork, beside those that each fork needs
   * @param folder that the run is saved in, where a fork may leave what it hands over
   */
  public JmhForks(
      Options userOptions,
      Effort effort,
      Clock clock,
      Map<String, String> properties,
      Path folder) {
    this.userOptions = userOptions;
    this.effort = effort;
    this.clock = clock;
    this.properties = Map.copyOf(properties);
    measurement = MeasurementFile.in(folder);
  }

  @Override
  public ForkRecord measure(int round, Cell cell) {
    final String startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    MeasurementFile.remove(measurement);
    try {
      final Collection<RunResult> results = new Runner(options(cell), QuietJmh.output()).run();
      return JmhResults.join(round, cell, startedAt, results, MeasurementFile.read(measurement));
    } catch (RunnerException e) {
      throw Failure.of(cell, e);
    } catch (IOException e) {
      throw new ForkFailedException(
          cell,
          "%s: expected what the fork saw, found %s"
              .formatted(cell.label(), e.getClass().getSimpleName()));
    } finally {
      MeasurementFile.remove(measurement);
    }
  }

  Options options(Cell cell) {
    final ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(userOptions)
            .include(
                "^" + Pattern.quote(Benchmarks.of(Workload.of(cell.benchmark())).getName()) + "\\.")
            .forks(1)
            .warmupForks(0)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgsAppend(jvmArgs());
    cell.params().forEach(options::param);
    final Duration iteration = effort.iterationTimeAt(Settings.of(cell.params()).rtt().time());
    if (!userOptions.getWarmupIterations().hasValue()) {
      options.warmupIterations(effort.warmupIterations());
    }
    if (!userOptions.getWarmupTime().hasValue()) {
      options.warmupTime(TimeValue.milliseconds(iteration.toMillis()));
    }
    if (!userOptions.getMeasurementIterations().hasValue()) {
      options.measurementIterations(effort.iterations());
    }
    if (!userOptions.getMeasurementTime().hasValue()) {
      options.measurementTime(TimeValue.milliseconds(iteration.toMillis()));
    }
    return options.build();
  }

  private String[] jvmArgs() {
    final List<String> args = new ArrayList<>(userOptions.getJvmArgsAppend().orElse(List.of()));
    args.add("--enable-native-access=ALL-UNNAMED");
    if (!userOptions.getJvm().hasValue()) {
      args.addAll(QuietJmh.forkArguments(Runtime.version().feature()));
    }
    args.add("-D" + TrialOptions.WARM_UP_MILLIS + "=" + effort.warmUp().toMillis());
    args.add("-D" + TrialOptions.MEASUREMENT + "=" + measurement);
    args.add("-D" + TrialOptions.HARNESS + "=" + ProcessHandle.current().pid());
    new TreeMap<>(properties).forEach((name, value) -> args.add("-D" + name + "=" + value));
    return args.toArray(String[]::new);
  }
}
