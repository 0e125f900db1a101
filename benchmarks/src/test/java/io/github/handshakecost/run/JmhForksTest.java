package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.trial.Workload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

final class JmhForksTest {
  @Test
  void modeAndUnitAreNotTheUsersToChoose() {
    final Options user =
        new OptionsBuilder().mode(Mode.Throughput).timeUnit(TimeUnit.MILLISECONDS).build();

    final Options options =
        new JmhForks(user, Plans.QUICK.plan().effort(), Clock.systemUTC(), Map.of(), Path.of("."))
            .options(Ladder.standard(Workload.REQUEST));

    assertThat(options.getBenchModes()).containsExactly(Mode.AverageTime);
    assertThat(options.getTimeUnit().get()).isEqualTo(TimeUnit.MICROSECONDS);
  }
}
