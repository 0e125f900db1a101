package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.Occurrence;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.HandOver.ClientCounts;
import io.github.handshakecost.result.HandOver.ColdAnswer;
import io.github.handshakecost.result.HandOver.ColdReport;
import io.github.handshakecost.result.HandOver.ColdWindow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof of a new JVM, whose program runs in the JVM of the test. */
final class ColdTrialTest {
  @ParameterizedTest
  @CsvSource({
    "pooled, tls1.3, httpclient5, 0, 0",
    "pooled, http, raw-socket, 0, 0",
    "new-client, tls1.3, httpclient5, 1, 1",
    "new-client, tls1.2, raw-socket, 1, 1",
    "new-client, http, httpclient5, 1, 0",
    "new-connection-full, tls1.3, raw-socket, 1, 1",
    "new-connection-resumed, tls1.3, raw-socket, 1, 0",
    "new-client-shared-context, tls1.3, httpclient5, 1, 0"
  })
  void countsOfEachRequestAreThoseOfThePolicy(
      String policy, String protocol, String client, long connections, long full)
      throws IOException {
    final List<ArmMeasurement> arms =
        measure(cells(policy, protocol, client, "on"), UnaryOperator.identity(), trial -> {});

    assertThat(arms).extracting(ArmMeasurement::broken).containsOnlyNulls();
    assertThat(counts(arms.get(0)).requests()).isEqualTo(1);
    assertThat(counts(arms.get(1)).requests()).isEqualTo(3);
    for (final ArmMeasurement arm : arms) {
      final Counts counts = counts(arm);
      assertThat(counts.connections()).isEqualTo(connections * counts.requests());
      assertThat(counts.handshakesFull()).isEqualTo(full * counts.requests());
      assertThat(counts.bytesIn()).isPositive();
      assertThat(counts.bytesOut()).isGreaterThan(1024 * counts.requests());
    }
  }

  @Test
  void measurementSaysHowTheJvmStarted() throws IOException {
    final ForkMeasurement measured =
        measured(
            measure(
                    cells("pooled", "tls1.3", "httpclient5", "on"),
                    UnaryOperator.identity(),
                    trial -> {})
                .get(0));

    assertThat(measured.warmUp()).isNull();
    assertThat(measured.settled()).isTrue();
    assertThat(measured.latency().count()).isEqualTo(1);
    assertThat(measured.link().nominal()).isZero();
    assertThat(measured.facts()).containsEntry("tls.protocol", "TLSv1.3");
    final ForkMeasurement.ColdStart cold = Objects.requireNonNull(measured.cold());
    assertThat(cold.script()).isGreaterThan(cold.firstRequest());
    assertThat(cold.firstRequest()).isPositive();
    assertThat(cold.classes()).isPositive();
    assertThat(cold.startUp()).isBetween(0.0, 60e6);
  }

  @Test
  void phasesMakeUpTheTime() throws IOException {
    for (final ArmMeasurement arm :
        measure(
            cells("new-client", "tls1.3", "httpclient5", "on"),
            UnaryOperator.identity(),
            trial -> {})) {
      final ForkMeasurement.IterationRecord iteration = measured(arm).iterations().get(0);

      assertThat(iteration.phases().tls()).isPositive();
      assertThat(iteration.phases().residual()).isLessThan(0.05 * iteration.mean());
      assertThat(iteration.allocatedBytes()).isPositive();
      assertThat(iteration.clientCpu()).isPositive();
      assertThat(iteration.serverCpu()).isPositive();
    }
  }

  @Test
  void badResponseBreaksEveryCellOfTheJvm() throws IOException {
    final List<Cell> cells = cells("new-client", "tls1.3", "raw-socket", "on");

    final List<ArmMeasurement> arms =
        measure(
            cells,
            config -> config.withFault(new Fault.Status(500), Occurrence.every(5)),
            trial -> {});

    assertThat(arms)
        .extracting(ArmMeasurement::broken)
        .containsExactlyElementsOf(
            cells.stream()
                .map(
                    cell ->
                        cell.label()
                            + ": after 4 good requests, expected a response, found GET"
                            + " /bytes/1024: expected status 200, found status 500")
                .toList());
  }

  /** As if the client had opened a connection that it does not count. */
  @Test
  void connectionThatTheClientDidNotCountBreaksTheProof() throws IOException {
    final List<ArmMeasurement> arms =
        measure(
            cells("pooled", "tls1.3", "raw-socket", "on"),
            UnaryOperator.identity(),
            bed -> {
              try (User other = bed.user(Trials.plan("new-client", "tls1.3"))) {
                other.perform();
              }
            });

    assertThat(arms)
        .extracting(ArmMeasurement::broken)
        .allMatch(
            sentence ->
                sentence.endsWith(
                    "expected 11 requests in the server's ledger over 11 requests, found 12"));
  }

  /** The totals are right, and a pooled request in the middle opened a connection. */
  @Test
  void requestWithOtherCountsThanItsPolicyBreaksItsCellAlone() throws IOException {
    final List<ArmMeasurement> arms =
        measure(
            cells("pooled", "tls1.3", "raw-socket", "on"),
            UnaryOperator.identity(),
            bed -> {},
            ColdTrialTest::withAConnectionInTheFirstWindow);

    assertThat(arms.get(0).broken())
        .endsWith("expected 0 connections accepted over 1 requests, found 1");
    assertThat(arms.get(1).broken()).isNull();
  }

  private static ColdAnswer withAConnectionInTheFirstWindow(ColdAnswer answer) {
    final ColdReport told = Objects.requireNonNull(answer.told());
    final ColdWindow first = told.windows().get(0);
    final ColdWindow changed =
        new ColdWindow(
            first.mean(),
            first.phases(),
            new ClientCounts(1, 1, 1, 1),
            first.clientCpu(),
            first.allocatedBytes(),
            first.latency());
    return new ColdAnswer(
        new ColdReport(
            told.mainAt(),
            told.firstRequest(),
            told.script(),
            told.classes(),
            told.sharing(),
            told.jvmArgs(),
            List.of(changed, told.windows().get(1)),
            told.counts()),
        null);
  }

  @Test
  void sharingThatWasToBeOffBreaksThePremise() throws IOException {
    final List<ArmMeasurement> arms =
        measure(
            cells("pooled", "tls1.3", "raw-socket", "off"), UnaryOperator.identity(), trial -> {});

    assertThat(arms)
        .extracting(ArmMeasurement::broken)
        .allMatch(
            sentence ->
                sentence.endsWith("expected a JVM without class-data sharing, found one with it"));
  }

  private interface Step {
    void on(TestBed bed) throws IOException;
  }

  private static List<ArmMeasurement> measure(
      List<Cell> cells, UnaryOperator<FixtureConfig> tamper, Step meanwhile) throws IOException {
    return measure(cells, tamper, meanwhile, UnaryOperator.identity());
  }

  private static List<ArmMeasurement> measure(
      List<Cell> cells,
      UnaryOperator<FixtureConfig> tamper,
      Step meanwhile,
      UnaryOperator<ColdAnswer> change)
      throws IOException {
    try (TestBed bed =
        new TestBed(List.of(Settings.of(cells.get(0).params())), Trials.options(tamper))) {
      final ColdTrial trial = new ColdTrial(bed, cells);
      final Instant begin = Instant.now();
      final ColdAnswer answer = ColdJvm.answer(trial.task(), begin);
      meanwhile.on(bed);
      return trial.prove(change.apply(answer), begin.toEpochMilli() * 1000);
    }
  }

  private static ForkMeasurement measured(ArmMeasurement arm) {
    return Objects.requireNonNull(arm.measured(), String.valueOf(arm.broken()));
  }

  private static Counts counts(ArmMeasurement arm) {
    return measured(arm).iterations().get(0).counts();
  }

  /** Requests 2 and 10. */
  private static List<Cell> cells(String policy, String protocol, String client, String cds) {
    return Stream.of("2", "10")
        .map(nth -> Trials.cell(policy, protocol, client).with("nth", nth).with("cds", cds))
        .toList();
  }
}
