package io.github.handshakecost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.trial.TrialOptions;
import io.github.handshakecost.trial.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Calls the set-up and tear-down methods as JMH does. */
final class SessionTest {
  private static final IterationParams WARM_UP = iterations(IterationType.WARMUP);
  private static final IterationParams MEASUREMENT = iterations(IterationType.MEASUREMENT);

  private static final Map<String, String> VALUES =
      Map.of(
          "policy", "pooled",
          "protocol", "http",
          "rtt", "0ms",
          "client", "raw-socket",
          "body", "16",
          "key", "ec-p256",
          "serverTls", "jdk",
          "transport", "nio",
          "placement", "free");

  @Test
  void harnessGetsTheMeasuredIterations(@TempDir Path directory) throws IOException {
    final Path file = directory.resolve("measurement.json");
    final Session session = session(file);
    session.start(new CellParams(), jmh(1));
    iterate(session, WARM_UP);
    iterate(session, MEASUREMENT);
    session.finish();

    final ForkMeasurement measurement =
        Objects.requireNonNull(HandOver.readMeasurement(file).arms().get(0).measured());
    assertThat(measurement.iterations())
        .singleElement()
        .returns(1L, IterationRecord::operations)
        .returns(1L, iteration -> iteration.counts().requests());
  }

  @Test
  void otherNumberOfThreadsThanUsersIsRefusedWithTheRemedy() {
    assertThatThrownBy(() -> session(Path.of("none")).start(new CellParams(), jmh(2)))
        .isInstanceOf(UsageException.class)
        .hasMessage("-t 2 contradicts -p users=1, since each user is a thread; give -t 1");
  }

  @ParameterizedTest
  @EnumSource
  void everyWorkloadHasABenchmark(Workload workload) throws ReflectiveOperationException {
    final String name = Benchmarks.name(workload);
    final int dot = name.lastIndexOf('.');
    assertThat(
            Class.forName(name.substring(0, dot))
                .getMethod(name.substring(dot + 1), Session.Seat.class, Control.class)
                .isAnnotationPresent(Benchmark.class))
        .isTrue();
    final Map<String, String> values = new LinkedHashMap<>(VALUES);
    values.put("body", "17");
    values.put("trust", "bundle");
    assertThat(new CellParams().cell(jmh(name, 1, values)))
        .isEqualTo(new Cell(workload.label(), values));
  }

  private static void iterate(Session session, IterationParams iteration) {
    session.begin();
    assertThat(session.perform(Measured.NOW)).isNotNull();
    session.prove(iteration);
  }

  /** A session reads the system properties when it is constructed. */
  private static Session session(Path measurement) {
    try {
      System.setProperty(TrialOptions.WARM_UP_MILLIS, "0");
      System.setProperty(TrialOptions.MEASUREMENT, measurement.toString());
      return new Session();
    } finally {
      System.clearProperty(TrialOptions.WARM_UP_MILLIS);
      System.clearProperty(TrialOptions.MEASUREMENT);
    }
  }

  static BenchmarkParams jmh(int threads) {
    return jmh(Benchmarks.name(Workload.REQUEST), threads, VALUES);
  }

  private static BenchmarkParams jmh(String name, int threads, Map<String, String> values) {
    final WorkloadParams params = new WorkloadParams();
    Axes.all().stream()
        .filter(axis -> !AxisNames.optionalAxes().containsKey(axis.name()))
        .forEach(
            axis -> params.put(axis.name(), values.getOrDefault(axis.name(), axis.standard()), 0));
    params.put(OtherAxes.NAME, OtherAxes.of(values), 0);
    return new BenchmarkParams(
        name,
        "generated",
        true,
        threads,
        new int[] {1},
        List.of(name),
        1,
        0,
        WARM_UP,
        MEASUREMENT,
        Mode.AverageTime,
        params,
        TimeUnit.MICROSECONDS,
        1,
        "java",
        List.of(),
        "17",
        "vm",
        "17",
        "1.37",
        TimeValue.seconds(1));
  }

  private static IterationParams iterations(IterationType type) {
    return new IterationParams(type, 1, TimeValue.milliseconds(1), 1);
  }
}
