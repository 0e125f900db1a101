package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.trial.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumeConsistencyCheckTest {
  private static final Cell HERE = PlanCells.standardCell(Workload.REQUEST);
  private static final Cell AWAY = HERE.with("rtt", "20ms");
  private static final JmhFacts FACTS = facts(List.of("-Xmx256m"), 6, 0.25);

  @Test
  void equalForkIsTaken() {
    assertThat(measure(HERE, FACTS, fork(HERE, FACTS))).isEqualTo(fork(HERE, FACTS));
  }

  @Test
  void forkWithOtherJvmArgumentsIsRefused() {
    assertThatThrownBy(() -> measure(HERE, facts(List.of("-Xmx1g"), 6, 0.25), fork(HERE, FACTS)))
        .isInstanceOf(CannotRunException.class)
        .hasMessage(
            HERE.label()
                + ": saved forks of this run have jvmArgs [-Xmx256m], the new fork has [-Xmx1g];"
                + " continue it with the JVM, the libraries and the JMH options with which it"
                + " was started, or measure again");
  }

  @Test
  void forkWithOtherIterationsIsRefused() {
    assertThatThrownBy(() -> measure(HERE, facts(List.of("-Xmx256m"), 7, 0.25), fork(HERE, FACTS)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("have measurementIterations 6, the new fork has 7");
  }

  @Test
  void forkWithOtherTimesIsRefused() {
    assertThatThrownBy(() -> measure(HERE, facts(List.of("-Xmx256m"), 6, 0.3), fork(HERE, FACTS)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("have measurementSeconds 0.25, the new fork has 0.3");
  }

  @Test
  void anotherCellMayHaveFewerBlocks() {
    final JmhFacts fewer = facts(List.of("-Xmx256m"), 4, 0.25);

    assertThat(measure(AWAY, fewer, fork(HERE, FACTS)).jmh()).isEqualTo(fewer);
  }

  @Test
  void firstForkIsTaken() {
    assertThat(measure(HERE, FACTS).jmh()).isEqualTo(FACTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.tls", "server.transport", "tls.cipher", "tls.group"})
  void forkOfAnotherServerIsRefused(String fact) {
    final ForkRecord saved = answeredBy(HERE, Map.of(fact, "one", "placement", "free"));
    final ForkRecord now = answeredBy(HERE, Map.of(fact, "another", "placement", "free"));

    assertThatThrownBy(() -> measure(HERE, now, saved))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("have " + fact + " one, the new fork has another");
  }

  @Test
  void anotherCellMayHaveAnotherServer() {
    final ForkRecord saved = answeredBy(HERE, Map.of("server.tls", "one"));
    final Cell other = HERE.with("serverTls", "jdk");
    final ForkRecord now = answeredBy(other, Map.of("server.tls", "another"));

    assertThat(measure(other, now, saved)).isEqualTo(now);
  }

  private static ForkRecord answeredBy(Cell cell, Map<String, String> facts) {
    final ForkRecord sample = fork(cell, FACTS);
    final ForkMeasurement old = sample.measurement();
    return new ForkRecord(
        sample.schema(),
        sample.origin(),
        1,
        cell,
        sample.startedAt(),
        sample.took(),
        FACTS,
        new ForkMeasurement(
            old.warmUp(), old.iterations(), old.latency(), facts, old.warnings(), old.link()));
  }

  private static ForkRecord measure(Cell cell, JmhFacts now, ForkRecord... saved) {
    return measure(cell, fork(cell, now), saved);
  }

  private static ForkRecord measure(Cell cell, ForkRecord now, ForkRecord... saved) {
    return new ResumeConsistencyCheck(
            (round, group, blocks) -> new GroupFork(List.of(now), Map.of()), List.of(saved))
        .measure(1, Group.of(List.of(cell)).get(0), (any, micros) -> {})
        .cells()
        .get(0);
  }

  private static ForkRecord fork(Cell cell, JmhFacts facts) {
    final ForkRecord sample = SampleForks.of(1, cell, 10);
    return new ForkRecord(
        sample.schema(),
        sample.origin(),
        1,
        cell,
        sample.startedAt(),
        sample.took(),
        facts,
        sample.measurement());
  }

  private static JmhFacts facts(List<String> jvmArgs, int iterations, double seconds) {
    return new JmhFacts(
        "1.37",
        "b",
        "avgt",
        1,
        jvmArgs,
        "17",
        "vm",
        "17",
        1,
        seconds,
        iterations,
        seconds,
        "us/op");
  }
}
