package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.fixture.InjectedDelay;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several cells in one trial. */
final class GroupTrialTest {
  private static final int REQUESTS = Trials.REQUESTS;
  private static final int CYCLES = 2;

  /** One fixture serves all cells, but each has its own sessions. */
  @Test
  void eachCellHasItsExpectedCounts() throws IOException {
    final List<CellPlan> plans =
        Stream.of("http", "tls1.2", "tls1.3")
            .flatMap(
                protocol ->
                    Stream.of(
                            "pooled",
                            "new-connection-resumed",
                            "new-connection-full",
                            "new-client",
                            "new-client-shared-context")
                        .map(policy -> Trials.cell(policy, protocol, "raw-socket")))
            .filter(cell -> Settings.of(cell.params()).validationError().isEmpty())
            .map(CellPlan::of)
            .toList();

    final GroupMeasurement group = measure(plans);

    assertThat(group.arms())
        .extracting(ArmMeasurement::cell)
        .containsExactlyElementsOf(plans.stream().map(CellPlan::cell).toList());
    for (int i = 0; i < plans.size(); i++) {
      final String policy = plans.get(i).cell().param("policy");
      final String protocol = plans.get(i).cell().param("protocol");
      final ForkMeasurement measured = measured(group, i);
      final long connections = policy.equals("pooled") ? 0 : REQUESTS;
      final long handshakes = protocol.equals("http") ? 0 : connections;
      final boolean full = policy.equals("new-connection-full") || policy.equals("new-client");
      assertThat(measured.iterations())
          .as(plans.get(i).label())
          .hasSize(CYCLES)
          .allSatisfy(
              iteration ->
                  assertThat(iteration.counts())
                      .returns((long) REQUESTS, counts -> counts.requests())
                      .returns(connections, counts -> counts.connections())
                      .returns(full ? handshakes : 0, counts -> counts.handshakesFull())
                      .returns(full ? 0 : handshakes, counts -> counts.handshakesResumed()));
      assertThat(measured.latency().count()).isEqualTo(CYCLES * REQUESTS);
      assertThat(measured.facts())
          .containsEntry(
              "tls.protocol", protocol.equals("http") ? "none" : protocol.replace("tls", "TLSv"));
      assertThat(measured.link().nominal()).isZero();
      assertThat(Objects.requireNonNull(measured.warmUp()).requests()).isPositive();
    }
  }

  @Test
  void cellWithBrokenPremiseIsWithdrawnAndTheOtherCellsGoOn() throws IOException {
    final CellPlan broken =
        Trials.actingAs(Policy.NEW_CLIENT_SHARED_CONTEXT, Trials.plan("new-client", "tls1.3"));
    try (Trial trial =
        trial(
            List.of(
                Trials.plan("pooled", "tls1.3"),
                broken,
                Trials.plan("new-connection-full", "http")))) {
      iterate(trial, 0);
      assertThatThrownBy(() -> iterate(trial, 1))
          .isInstanceOf(BrokenPremiseException.class)
          .hasMessageContaining("expected 3 full handshakes over 3 requests, found 0");
      trial.withdraw("it broke");
      iterate(trial, 2);
      iterate(trial, 0);

      assertThat(trial.withdrawn(1)).hasValue("it broke");
      final GroupMeasurement group = trial.finish();
      assertThat(group.arms().get(1))
          .isEqualTo(new ArmMeasurement(broken.cell(), null, List.of(), "it broke"));
      assertThat(measured(group, 0).iterations()).hasSize(2);
      assertThat(measured(group, 2).iterations()).hasSize(1);
    }
  }

  /** The ledger must not expect the connection of a withdrawn cell. */
  @Test
  void connectionOfAWithdrawnCellIsClosed() throws IOException {
    try (Trial trial =
        trial(List.of(Trials.plan("pooled", "http"), Trials.plan("pooled", "tls1.3")))) {
      iterate(trial, 0);
      iterate(trial, 1);
      trial.withdraw("it broke");
      iterate(trial, 0);

      assertThat(measured(trial.finish(), 0).iterations()).hasSize(2);
    }
  }

  @Test
  void trialWithoutIterationsHasNoMeasurement() throws IOException {
    try (Trial trial = trial(List.of(Trials.plan("pooled", "http")))) {
      assertThat(trial.finish().arms())
          .singleElement()
          .returns(null, ArmMeasurement::measured)
          .returns(null, ArmMeasurement::broken);
    }
  }

  /** The server sees more requests than are measured. */
  @Test
  void requestsOfTheLeadInAreNotCounted() throws IOException {
    final AtomicLong sent = new AtomicLong();
    final CellPlan pooled = Trials.plan("pooled", "http");
    final CellPlan counted =
        Trials.with(
            pooled,
            wiring -> {
              final Requester requester = pooled.requesters().apply(wiring);
              return new Requester() {
                @Override
                public byte[] get(String path) throws IOException {
                  sent.incrementAndGet();
                  return requester.get(path);
                }

                @Override
                public void close() throws IOException {
                  requester.close();
                }
              };
            });
    try (Trial trial = trial(List.of(counted, Trials.plan("new-connection-full", "http")))) {
      iterate(trial, 0);
      iterate(trial, 1);
      final long before = sent.get();

      trial.beginIteration(0);

      assertThat(sent.get() - before).isPositive();
      trial.perform();
      trial.endIteration(true);
      assertThat(measured(trial.finish(), 0).iterations())
          .extracting(IterationRecord::operations)
          .containsExactly((long) REQUESTS, 1L);
    }
  }

  @Test
  void delayAppliesOnlyToTheDelayedArmOfACell() throws IOException {
    final Duration delay = Duration.ofMillis(10);
    final CellPlan pooled = Trials.plan("pooled", "tls1.3");
    final CellPlan full = Trials.plan("new-connection-full", "tls1.3");
    try (Trial trial =
        new Trial(
            List.of(pooled, pooled, full, full),
            List.of(true, false, false, true),
            Trials.options(config -> config.withDelay(new InjectedDelay(delay, delay))))) {
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        for (int arm = 0; arm < 4; arm++) {
          iterate(trial, arm);
        }
      }
      final GroupMeasurement group = trial.finish();

      assertThat(means(group, 0)).allMatch(mean -> mean >= 10_000);
      assertThat(means(group, 1)).allMatch(mean -> mean < 10_000);
      assertThat(means(group, 2)).allMatch(mean -> mean < 20_000);
      assertThat(means(group, 3)).allMatch(mean -> mean >= 20_000);
    }
  }

  private static GroupMeasurement measure(List<CellPlan> plans) throws IOException {
    try (Trial trial = trial(plans)) {
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        for (int cell = 0; cell < plans.size(); cell++) {
          iterate(trial, cell);
        }
      }
      return trial.finish();
    }
  }

  private static Trial trial(List<CellPlan> plans) {
    return new Trial(
        plans, plans.stream().map(plan -> true).toList(), Trials.options(config -> config));
  }

  private static void iterate(Trial trial, int cell) {
    trial.beginIteration(cell);
    for (int i = 0; i < REQUESTS; i++) {
      trial.perform();
    }
    trial.endIteration(true);
  }

  private static ForkMeasurement measured(GroupMeasurement group, int arm) {
    return Objects.requireNonNull(group.arms().get(arm).measured());
  }

  private static List<Double> means(GroupMeasurement group, int arm) {
    return measured(group, arm).iterations().stream().map(IterationRecord::mean).toList();
  }
}
