package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.bench.GroupBenchmark;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

final class JmhForksTest {
  @Test
  void userCannotChangeModeAndUnit() {
    final Options user =
        new OptionsBuilder().mode(Mode.Throughput).timeUnit(TimeUnit.MILLISECONDS).build();

    final Options options =
        new JmhForks(
                user, Plans.QUICK.plan().effort(), 42, Clock.systemUTC(), Map.of(), Path.of("."))
            .options(4, 2, 7);

    assertThat(options.getBenchModes()).containsExactly(Mode.AverageTime);
    assertThat(options.getTimeUnit().get()).isEqualTo(TimeUnit.MICROSECONDS);
  }

  @Test
  void everyBlockIsAnIterationOfOneForkThatWarmsUpByItself() {
    final Options user =
        new OptionsBuilder().measurementIterations(3).measurementTime(TimeValue.seconds(9)).build();

    final Options options =
        new JmhForks(
                user,
                Plans.QUICK.plan().effort().withBlocks(3, Duration.ofSeconds(9)),
                42,
                Clock.systemUTC(),
                Map.of(),
                Path.of("."))
            .options(4, 2, 7);

    assertThat(options.getThreads().get()).isEqualTo(4);
    assertThat(options.getForkCount().get()).isEqualTo(1);
    assertThat(options.getWarmupIterations().get()).isEqualTo(2);
    assertThat(options.getWarmupTime().get()).isEqualTo(TimeValue.milliseconds(9_000));
    assertThat(options.getMeasurementIterations().get()).isEqualTo(7);
    assertThat(options.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(9_000));
    assertThat(options.getIncludes())
        .singleElement()
        .satisfies(
            pattern ->
                assertThat(GroupBenchmark.class.getName() + ".block").containsPattern(pattern));
  }
}
