package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several threads that share one client. */
final class ManyUsersTest {
  private static final int USERS = 4;
  private static final int OPERATIONS = 50;
  private static final int REQUESTS = USERS * OPERATIONS;
  private static final Cell POOLED =
      Trials.cell("pooled", "tls1.3", "httpclient5").with("users", String.valueOf(USERS));

  @ParameterizedTest
  @MethodSource("cells")
  void everyPolicyHasItsExpectedCounts(Cell cell) throws IOException {
    final ForkMeasurement measurement = measure(CellPlan.of(cell));

    final boolean secure = !cell.param("protocol").equals("http");
    final boolean pooled = cell.policy().equals("pooled");
    assertThat(measurement.iterations())
        .hasSize(2)
        .allSatisfy(
            iteration -> {
              final Counts counts = iteration.counts();
              assertThat(counts.requests()).isEqualTo(REQUESTS);
              if (pooled) {
                assertThat(counts.connections()).isLessThanOrEqualTo(USERS);
              } else {
                assertThat(counts.connections()).isEqualTo(REQUESTS);
              }
              assertThat(counts.handshakesFull() + counts.handshakesResumed())
                  .isEqualTo(secure ? counts.connections() : 0);
              assertThat(counts.validations()).isEqualTo(counts.handshakesFull());
              assertThat(counts.resets()).isZero();
              assertThat(iteration.operations()).isEqualTo(REQUESTS);
              assertThat(iteration.phases().lease()).isPositive();
            });
    assertThat(measurement.latency().count()).isEqualTo(2 * REQUESTS);
  }

  private static Stream<Cell> cells() {
    return Stream.of(Protocol.values())
        .flatMap(
            protocol ->
                Stream.of(Policy.values())
                    .map(
                        policy ->
                            POOLED
                                .with("policy", policy.label())
                                .with("protocol", protocol.label())))
        .flatMap(cell -> Stream.of(cell.with("serverTls", "auto"), cell.with("serverTls", "jdk")))
        .filter(cell -> Settings.of(cell.params()).validationError().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"http, 4", "tls1.2, 4", "tls1.3, 4", "h2, 1"})
  void okHttpHasAConnectionForEachUserOrOneOfHttp2(String protocol, int connections)
      throws IOException {
    final Cell cell = POOLED.with("client", "okhttp").with("protocol", protocol);

    assertThat(cell.connections()).isEqualTo(connections);
    assertThat(measure(CellPlan.of(cell)).iterations())
        .hasSize(2)
        .allSatisfy(
            iteration -> {
              assertThat(iteration.counts())
                  .returns((long) REQUESTS, Counts::requests)
                  .satisfies(
                      counts -> assertThat(counts.connections()).isLessThanOrEqualTo(connections));
              assertThat(iteration.phases().lease()).isNull();
            });
  }

  @Test
  void usersWaitForTheOnlyConnectionOfAPool() throws IOException {
    final ForkMeasurement measurement = measure(CellPlan.of(POOLED.with("pool", "1")));

    assertThat(measurement.iterations())
        .allSatisfy(
            iteration -> {
              assertThat(iteration.counts().connections()).isZero();
              final PhaseTimes phases = iteration.phases();
              assertThat(Objects.requireNonNull(phases.lease()))
                  .isGreaterThan(phases.total() / USERS);
            });
  }

  @Test
  void allocationOfAllUsersIsSummedUp() throws IOException {
    assertThatAllUsersCount(POOLED);
  }

  @Test
  void allUsersOfAClientWithThreadsOfItsOwnCount() throws IOException {
    assertThatAllUsersCount(POOLED.with("client", "okhttp").with("protocol", "h2"));
  }

  private static void assertThatAllUsersCount(Cell cell) throws IOException {
    final long alone =
        measure(CellPlan.of(cell.with("users", "1"))).iterations().get(1).allocatedBytes();
    final long together = measure(CellPlan.of(cell)).iterations().get(1).allocatedBytes();

    assertThat(together / REQUESTS).isCloseTo(alone / OPERATIONS, withinPercentage(50));
  }

  @Test
  void requestsOfUsersWhoseTimeDoesNotCountAreProven() throws IOException {
    final CellPlan plan = CellPlan.of(POOLED.with("policy", "new-client-shared-context"));
    try (Users users = new Users(USERS);
        Trial trial = Trials.of(plan, Trials.options(config -> config))) {
      trial.beginIteration(0);
      users.perform(trial, true);
      users.perform(trial, false);
      final IterationRecord iteration = trial.endIteration(true);

      assertThat(iteration.operations()).isEqualTo(REQUESTS);
      assertThat(iteration.counts())
          .returns(2L * REQUESTS, Counts::requests)
          .returns(2L * REQUESTS, Counts::connections);
    }
  }

  @Test
  void newConnectionsInsteadOfAPoolAreFound() {
    final CellPlan plan = Trials.actingAs(Policy.NEW_CLIENT_SHARED_CONTEXT, CellPlan.of(POOLED));

    assertThatThrownBy(() -> measure(plan))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageContaining("expected 4 open connections between iterations, found ");
  }

  @ParameterizedTest
  @CsvSource({"httpclient5, pool, 1", "okhttp, protocol, h2"})
  void moreConnectionsThanPromisedAreFound(String client, String axis, String value) {
    final Cell cell = POOLED.with("client", client);
    final CellPlan ample = CellPlan.of(cell);
    final CellPlan plan =
        new CellPlan(
            cell,
            ample.settings(),
            ample.operation(),
            ample.requesters(),
            CellPlan.of(cell.with(axis, value)).expected());

    assertThatThrownBy(() -> measure(plan))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessageStartingWith(plan.label())
        .hasMessageMatching(".*: expected 1 open connections between iterations, found [2-4]");
  }

  /** Two iterations of all users. */
  private static ForkMeasurement measure(CellPlan plan) throws IOException {
    try (Trial trial = Trials.of(plan, Trials.options(config -> config))) {
      try (Users users = new Users(plan.cell().users())) {
        users.take(trial);
        for (int iteration = 0; iteration < 2; iteration++) {
          trial.beginIteration(0);
          users.perform(trial, true);
          trial.endIteration(true);
        }
      }
      return Trials.measured(trial.finish());
    }
  }

  /** Threads that live on between iterations, as those of JMH do. */
  private record Users(int count, ExecutorService threads) implements AutoCloseable {

    Users(int count) {
      this(count, Executors.newFixedThreadPool(count));
    }

    void take(Trial trial) {
      together(trial::addUser);
    }

    /** Each user performs some operations. */
    void perform(Trial trial, boolean timed) {
      together(
          () -> {
            for (int i = 0; i < OPERATIONS; i++) {
              trial.perform(timed);
            }
          });
    }

    /** Each thread does it once, at the same time. */
    private void together(Runnable task) {
      final CyclicBarrier barrier = new CyclicBarrier(count);
      final List<CompletableFuture<Void>> all =
          Stream.generate(() -> CompletableFuture.runAsync(() -> run(task, barrier), threads))
              .limit(count)
              .toList();
      try {
        all.forEach(CompletableFuture::join);
      } catch (CompletionException e) {
        throw e.getCause() instanceof BrokenPremiseException broken ? broken : e;
      }
    }

    private static void run(Runnable task, CyclicBarrier barrier) {
      try {
        barrier.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
      task.run();
    }

    @Override
    public void close() {
      threads.shutdown();
      try {
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
