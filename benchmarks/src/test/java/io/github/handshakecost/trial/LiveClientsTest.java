package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.client.Client;
import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.Occurrence;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.LiveClient;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiveClientsTest {
  /** Small enough to share a region of the heap with other objects. */
  private static final int HOARD = 100_000;

  @Test
  void heapAndThreadsAreThoseOfOneClient() throws IOException {
    final LiveClient hoarder = LiveClients.weigh(Hoarder::new, new ClientThreads());

    assertThat(hoarder.threads()).isEqualTo(1);
    assertThat(hoarder.heapBytes()).isCloseTo(HOARD, within(0.01 * HOARD));
  }

  /** The asynchronous client has a thread that dispatches, and one that waits for sockets. */
  @ParameterizedTest
  @CsvSource({"raw-socket, 0", "httpclient5-async, 2"})
  void keptClientIsWeighed(String client, double threads) throws IOException {
    final LiveClient held =
        Objects.requireNonNull(weighed("pooled", client, config -> config).liveClient());

    assertThat(held.threads()).isEqualTo(threads);
    assertThat(held.heapBytes()).isBetween(10_000.0, 400_000.0);
  }

  @Test
  void policyThatKeepsNoClientHasNone() throws IOException {
    final ForkMeasurement measurement = weighed("new-client", "raw-socket", config -> config);

    assertThat(measurement.liveClient()).isNull();
    assertThat(measurement.warnings()).isEmpty();
  }

  /** The connections before the weighing are fewer than the faulty one's number. */
  @Test
  void measurementIsKeptIfAnotherClientFails() throws IOException {
    final ForkMeasurement measurement =
        weighed(
            "pooled",
            "httpclient5-async",
            config -> config.withFault(new Fault.TlsAlert(40), Occurrence.every(24)));

    assertThat(measurement.liveClient()).isNull();
    assertThat(measurement.iterations()).hasSize(1);
    assertThat(measurement.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning.toString())
                    .contains("the heap of a live client is unknown", "handshake_failure"));
  }

  private static ForkMeasurement weighed(
      String policy, String client, UnaryOperator<FixtureConfig> tamper) throws IOException {
    final CellPlan plan = CellPlan.of(Trials.cell(policy, "tls1.3", client));
    try (Trial trial = Trials.of(plan, Trials.options(tamper))) {
      trial.beginIteration(0);
      trial.perform();
      trial.endIteration(true);
      trial.weighClients();
      return Trials.measured(trial.finish());
    }
  }

  /** Holds 100 kB and a thread. */
  private static final class Hoarder implements Client {
    private final byte[] hoard = new byte[HOARD];
    private final CountDownLatch closed = new CountDownLatch(1);

    private Hoarder() {
      new Thread(this::await).start();
    }

    private void await() {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public Response get(String path) {
      return new Response(200, hoard);
    }

    @Override
    public void closeConnections() {}

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
