package io.github.handshakecost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.bench.GroupBenchmark.Rotation;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.HandOver;
import io.github.handshakecost.result.HandOver.Arm;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import io.github.handshakecost.result.HandOver.GroupTask;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.options.TimeValue;

/** Calls the set-up and tear-down methods as JMH does. */
final class GroupBenchmarkTest {
  private static final Cell POOLED = cell("pooled", "http");
  private static final Cell FULL = cell("new-connection-full", "http");
  private static final Cell RESUMED = cell("new-connection-resumed", "tls1.3");

  private static final IterationParams MEASUREMENT =
      new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.milliseconds(1), 1);

  @TempDir private Path folder;

  @Test
  void eachBlockMeasuresItsCellAndTheHarnessGetsTheMeasurement() throws IOException {
    final GroupMeasurement seen =
        measure(UnaryOperator.identity(), List.of(POOLED, FULL), List.of(1, 0, 0, 1, 0), 3);

    assertThat(seen.warmUpSeconds()).isPositive();
    assertThat(seen.arms()).extracting(ArmMeasurement::cell).containsExactly(POOLED, FULL);
    assertThat(seen.arms()).extracting(ArmMeasurement::broken).containsOnlyNulls();
    assertThat(measured(seen, 0).iterations())
        .hasSize(3)
        .allSatisfy(
            block ->
                assertThat(block)
                    .returns(3L, IterationRecord::operations)
                    .returns(3L, each -> each.counts().requests())
                    .returns(0L, each -> each.counts().connections()));
    assertThat(measured(seen, 1).iterations())
        .hasSize(2)
        .allSatisfy(block -> assertThat(block.counts().connections()).isEqualTo(3));
  }

  @Test
  void cellWithBrokenPremiseIsWithdrawnAndTheOtherCellsGoOn() throws IOException {
    final GroupMeasurement seen =
        measure(
            config -> config.withResumption(false),
            List.of(POOLED, RESUMED),
            List.of(1, 0, 1, 0, 1),
            3);

    assertThat(seen.arms().get(1))
        .returns(null, ArmMeasurement::measured)
        .satisfies(
            arm ->
                assertThat(arm.broken())
                    .isEqualTo(
                        RESUMED.label() + ": expected 0 full handshakes over 3 requests, found 3"));
    assertThat(seen.arms().get(0).broken()).isNull();
    assertThat(measured(seen, 0).iterations()).hasSize(2);
  }

  @Test
  void cellWhoseRequestFailsIsWithdrawnDuringABlock() throws IOException {
    final int limit = 6_000;
    final GroupMeasurement seen =
        measure(
            config -> config.withKeepAliveLimit(limit),
            List.of(POOLED, FULL),
            List.of(1, 0, 1, 0),
            block -> block == 1 ? limit : 3);

    assertThat(seen.arms().get(0).measured()).isNull();
    assertThat(seen.arms().get(0).broken())
        .startsWith(POOLED.label() + ": ")
        .contains("expected a response");
    assertThat(measured(seen, 1).iterations()).hasSize(2);
  }

  @Test
  void cellThatBreaksItsPremiseInTheWarmUpIsNotMeasured() throws IOException {
    final GroupMeasurement seen =
        measure(
            config -> config.withKeepAliveLimit(2), List.of(POOLED, FULL), List.of(0, 1, 0, 1), 3);

    assertThat(seen.arms().get(0).measured()).isNull();
    assertThat(seen.arms().get(0).broken())
        .startsWith(POOLED.label() + ": after 2 good requests, expected a response, found ");
    assertThat(measured(seen, 1).iterations()).hasSize(2);
  }

  @Test
  void groupFinishesEvenIfEveryCellIsWithdrawn() throws IOException {
    final GroupMeasurement seen =
        measure(config -> config.withResumption(false), List.of(RESUMED), List.of(0, 0), 3);

    assertThat(seen.arms()).singleElement().returns(null, ArmMeasurement::measured);
  }

  /** Else the last connection of a block would serve fewer requests than its cell says. */
  @Test
  void blockEndsWithTheLastRequestOfAConnection() throws IOException {
    final Cell limited = cell("limited", "http").with("requestsPerConnection", "5");
    final GroupMeasurement seen =
        measure(UnaryOperator.identity(), List.of(limited), List.of(0, 0), 3);

    assertThat(measured(seen, 0).iterations())
        .hasSize(2)
        .allSatisfy(
            block ->
                assertThat(block)
                    .returns(15L, IterationRecord::operations)
                    .returns(15L, each -> each.counts().requests())
                    .returns(3L, each -> each.counts().connections()));
  }

  @Test
  void withoutATaskItNamesTheOtherBenchmarks() {
    assertThatThrownBy(() -> new Rotation().start())
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("GroupBenchmark", "RequestBenchmark");
  }

  private GroupMeasurement measure(
      UnaryOperator<FixtureConfig> tamper, List<Cell> cells, List<Integer> order, int operations)
      throws IOException {
    return measure(tamper, cells, order, block -> operations);
  }

  private GroupMeasurement measure(
      UnaryOperator<FixtureConfig> tamper,
      List<Cell> cells,
      List<Integer> order,
      IntUnaryOperator operations)
      throws IOException {
    final Path task = folder.resolve("task");
    final Path measurement = folder.resolve("measurement");
    HandOver.write(
        task, new GroupTask(cells.stream().map(cell -> new Arm(cell, true)).toList(), order));
    final Rotation rotation =
        new Rotation(
            new TrialOptions(
                Duration.ZERO,
                Optional.of(task),
                Optional.of(measurement),
                Optional.empty(),
                Optional.empty(),
                tamper));
    rotation.start();
    for (int block = 0; block < order.size(); block++) {
      rotation.begin();
      for (int i = 0; i < operations.applyAsInt(block); i++) {
        assertThat(rotation.perform(Measured.NOW)).isNotNull();
      }
      rotation.prove(MEASUREMENT);
    }
    rotation.finish();
    return HandOver.readMeasurement(measurement);
  }

  private static ForkMeasurement measured(GroupMeasurement seen, int arm) {
    return Objects.requireNonNull(seen.arms().get(arm).measured());
  }

  private static Cell cell(String policy, String protocol) {
    final Map<String, String> params = new LinkedHashMap<>();
    params.put("policy", policy);
    params.put("protocol", protocol);
    params.put("rtt", "0ms");
    params.put("client", "raw-socket");
    params.put("body", "16");
    params.put("key", "ec-p256");
    params.put("serverTls", "jdk");
    params.put("transport", "nio");
    params.put("placement", "free");
    return new Cell("request", params);
  }
}
