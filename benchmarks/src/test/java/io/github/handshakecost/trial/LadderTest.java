package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.jna.Platform;
import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every policy, over every protocol, by every client, against both TLS providers. */
final class LadderTest {
  private static final int REQUESTS = Trials.REQUESTS;
  private static final int BODY = 1024;
  private static final int LIMIT = 2;

  @ParameterizedTest
  @MethodSource("cells")
  void everyPolicyHasItsExpectedCounts(Cell cell) throws IOException {
    final ForkMeasurement measurement =
        Trials.measure(CellPlan.of(cell), config -> config, REQUESTS);

    final Settings settings = Settings.of(cell.params());
    assertThat(measurement.iterations())
        .hasSize(2)
        .allSatisfy(iteration -> countsExactly(settings, iteration))
        .allSatisfy(iteration -> timesEveryPhase(settings, iteration));
    assertThat(measurement.latency().count()).isEqualTo(2 * REQUESTS);
    assertThat(measurement.facts()).containsEntry("placement", "free");
    if (settings.secure()) {
      assertThat(measurement.facts())
          .containsEntry("tls.protocol", settings.get(Axes.PROTOCOL).jdkName());
    }
  }

  private static Stream<Cell> cells() {
    return Stream.of(Protocol.values())
        .flatMap(
            protocol ->
                Stream.of(Policy.values())
                    .flatMap(
                        policy ->
                            Stream.of(ClientKind.values())
                                .map(
                                    kind ->
                                        Trials.cell(
                                            policy.label(), protocol.label(), kind.label()))))
        .flatMap(
            cell -> Stream.of("jdk", "conscrypt").map(library -> cell.with("clientTls", library)))
        .map(LadderTest::withItsAxes)
        .filter(cell -> Settings.of(cell.params()).validationError().isEmpty())
        .filter(LadderTest::isPossibleHere)
        .flatMap(
            cell ->
                cell.param("client").equals("raw-socket") && !cell.param("protocol").equals("http")
                    ? Stream.of(cell.with("serverTls", "auto"), cell.with("serverTls", "jdk"))
                    : Stream.of(cell));
  }

  private static Cell withItsAxes(Cell cell) {
    return switch (cell.policy()) {
      case "limited" -> cell.with("requestsPerConnection", String.valueOf(LIMIT));
      case "expired" -> cell.with("idle", "40ms").with("recovery", "retry");
      default -> cell;
    };
  }

  /**
   * The build has a JDK on which {@code java.net.http} can be closed, or the test leaves it out.
   */
  private static boolean isPossibleHere(Cell cell) {
    return Settings.of(cell.params())
        .missing(Runtime.version().feature(), Platform.isLinux())
        .isEmpty();
  }

  /** Under the shared context, the session of the first request is resumed. */
  private static void countsExactly(Settings settings, IterationRecord iteration) {
    final boolean secure = settings.secure();
    final long connections =
        switch (settings.get(Axes.POLICY)) {
          case POOLED -> 0;
          case LIMITED -> (REQUESTS + LIMIT - 1) / LIMIT;
          default -> REQUESTS;
        };
    final boolean full =
        switch (settings.get(Axes.POLICY)) {
          case POOLED, EXPIRED, NEW_CONNECTION_RESUMED, NEW_CLIENT_SHARED_CONTEXT -> false;
          case LIMITED, NEW_CONNECTION_FULL, NEW_CLIENT -> true;
        };
    final Counts counts = iteration.counts();
    final long handshakes = secure ? connections : 0;
    assertThat(counts)
        .isEqualTo(
            new Counts(
                REQUESTS,
                connections,
                full ? handshakes : 0,
                full ? 0 : handshakes,
                full ? handshakes : 0,
                0,
                counts.bytesIn(),
                counts.bytesOut()));
    assertThat(counts.bytesIn()).isGreaterThan(REQUESTS * 50L);
    assertThat(counts.bytesOut()).isGreaterThan((long) REQUESTS * BODY);
    assertThat(iteration.operations()).isEqualTo(REQUESTS);
    assertThat(iteration.allocatedBytes()).isPositive();
    if (!settings.get(Axes.CLIENT).traits().contains(ClientTrait.OWN_THREADS)) {
      assertThat(iteration.clientCpu()).isPositive();
    }
    assertThat(iteration.serverCpu()).isPositive();
  }

  private static void timesEveryPhase(Settings settings, IterationRecord iteration) {
    final PhaseTimes phases = iteration.phases();
    assertThat(phases.total()).isCloseTo(iteration.mean(), within(iteration.mean() * 1e-9));
    assertThat(phases.exchange()).isPositive();
    final boolean connects = settings.get(Axes.POLICY) != Policy.POOLED;
    final boolean closes = connects && settings.get(Axes.POLICY) != Policy.EXPIRED;
    assertThat(phases.close() > 0).isEqualTo(closes);
    if (settings.get(Axes.CLIENT).traits().contains(ClientTrait.UNTIMED)) {
      assertThat(phases.tcp()).isNull();
      assertThat(phases.tls()).isNull();
    } else {
      assertThat(Phase.TCP.of(phases) > 0).isEqualTo(connects);
      assertThat(Phase.TLS.of(phases) > 0).isEqualTo(connects && settings.secure());
    }
    final boolean keeps =
        settings.get(Axes.POLICY) == Policy.POOLED
            || settings.get(Axes.POLICY) == Policy.EXPIRED
            || settings.get(Axes.POLICY) == Policy.NEW_CONNECTION_RESUMED;
    assertThat(phases.setup() > 0).isEqualTo(!keeps);
  }

  @Test
  void phasesFillTheTimeOfAnOperation() throws IOException {
    try (Trial trial =
        Trials.of(Trials.plan("new-client", "tls1.3"), Trials.options(config -> config))) {
      trial.beginIteration(0);
      final long begin = System.nanoTime();
      trial.perform();
      final double elapsed = (System.nanoTime() - begin) / 1e3;
      trial.endIteration(true);
      final ForkMeasurement measurement = Trials.measured(trial.finish());

      final double phases = measurement.iterations().get(0).phases().total();
      assertThat(phases).isLessThanOrEqualTo(elapsed);
      assertThat(phases).isCloseTo(measurement.latency().at(100), within(phases * 0.002));
    }
  }

  @Test
  void iterationThatOnlyWarmsUpIsProvenButNotCounted() throws IOException {
    try (Trial trial = Trials.of(Trials.plan("pooled", "http"), Trials.options(config -> config))) {
      trial.beginIteration(0);
      trial.perform();
      trial.endIteration(false);
      final ForkMeasurement measurement = Trials.measured(trial.finish());

      assertThat(measurement.iterations()).isEmpty();
      assertThat(measurement.latency().count()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"new-connection-resumed", "new-client-shared-context"})
  void combinationWithoutMeaningIsRefusedBeforeAnythingStarts(String policy) {
    assertThatThrownBy(
            () ->
                Trial.start(
                    Trials.cell(policy, "http", "raw-socket"), Trials.options(config -> config)))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("policy=" + policy, "needs TLS", "policy=new-connection-full");
  }
}
