package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.Occurrence;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.ColdStart;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.trial.TrialOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** New JVMs, and the server in the JVM of the test. */
final class ColdForksEndToEndTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  /** Requests of the shortest warm-up of the server: one of each policy. */
  private static final int BEFORE = 2;

  @Test
  void twoNewJvmsAreMeasuredAndProven() {
    try (ColdForks forks = forks(UnaryOperator.identity(), LONG)) {
      final List<ForkRecord> pooled = measure(forks, group("pooled", "on")).whole();
      final List<ForkRecord> fresh = measure(forks, group("new-client", "off")).whole();

      assertThat(pooled).hasSize(5);
      assertThat(fresh).hasSize(6);
      assertThat(pooled.get(4).counts())
          .extracting(Counts::requests, Counts::connections, Counts::handshakesFull)
          .containsExactly(201L, 0L, 0L);
      assertThat(fresh.get(5).counts())
          .extracting(Counts::requests, Counts::connections, Counts::handshakesFull)
          .containsExactly(201L, 201L, 201L);
      assertThat(fresh.get(0).mean()).isGreaterThan(2 * fresh.get(5).mean());
      assertThat(pooled.get(4).mean()).isLessThan(fresh.get(5).mean());
      assertThat(List.of(pooled.get(0), fresh.get(0)))
          .allSatisfy(
              fork -> {
                assertThat(fork.jmh().mode()).isEqualTo("ss");
                assertThat(fork.jmh().jvmArgs()).isEmpty();
                final ColdStart cold = Objects.requireNonNull(fork.measurement().cold());
                assertThat(cold.startUp()).isBetween(5_000.0, 30e6);
                assertThat(cold.script()).isGreaterThan(cold.firstRequest());
                assertThat(cold.classes()).isGreaterThan(1000);
              });
    }
  }

  @Test
  void badResponseBreaksItsJvmInASentenceAndTheNextOneIsMeasured() {
    try (ColdForks forks =
        forks(
            config -> config.withFault(new Fault.Status(500), Occurrence.only(BEFORE + 5)), LONG)) {
      final Group group = group("pooled", "on");

      final GroupFork broken = measure(forks, group);

      assertThat(broken.cells()).isEmpty();
      assertThat(broken.broken()).containsOnlyKeys(group.cells());
      assertThat(broken.broken().values())
          .allMatch(
              sentence ->
                  sentence.endsWith(
                      ": after 4 good requests, expected a response, found GET /bytes/1024:"
                          + " expected status 200, found status 500"));
      assertThat(measure(forks, group).whole()).hasSize(5);
    }
  }

  @Test
  void jvmThatDoesNotEndIsKilledAndNothingIsCalledBroken() {
    try (ColdForks forks = forks(UnaryOperator.identity(), Duration.ofMillis(20))) {
      assertThatThrownBy(() -> measure(forks, group("pooled", "on")))
          .isInstanceOf(CannotRunException.class)
          .hasMessageContaining("httpclient5: the JVM was killed (exit code 137)")
          .hasMessageContaining("did not end within");
    }
  }

  private static GroupFork measure(ColdForks forks, Group group) {
    return forks.measure(1, group, (cell, micros) -> {});
  }

  private static Group group(String policy, String cds) {
    final List<Cell> cells =
        Plans.COLD.plan().cells().stream()
            .filter(cell -> cell.policy().equals(policy) && cell.param("cds").equals(cds))
            .toList();
    return Group.of(cells).get(0);
  }

  private static ColdForks forks(UnaryOperator<FixtureConfig> tamper, Duration longest) {
    return new ColdForks(
        Plans.COLD.plan().cells(),
        new TrialOptions(
            Duration.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            tamper),
        Clock.systemUTC(),
        longest);
  }
}
