package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Finding.UnexpectedRoundTrips;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RoundTrips;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RttSeriesTest {
  private static final int ROUNDS = 5;

  @ParameterizedTest
  @CsvSource({
    "tls1.3, pooled, exchange, 1",
    "tls1.3, pooled, total, 1",
    "tls1.3, new-connection-full, tcp, 1",
    "tls1.3, new-connection-full, tls1.3-full, 1",
    "tls1.3, new-connection-full, total, 3",
    "tls1.3, new-connection-resumed, tls1.3-resumed, 1",
    "tls1.3, new-client, total, 3",
    "tls1.2, new-connection-full, tls1.2-full, 2",
    "tls1.2, new-connection-full, total, 4",
    "tls1.2, new-connection-resumed, tls1.2-resumed, 1",
    "http, new-connection-full, tcp, 1",
    "http, new-connection-full, total, 2"
  })
  void roundTripsOfTheProtocolAreCounted(
      String protocol, String policy, String cause, double expected) {
    final RoundTrips fit = fit(policy, protocol, cause);

    assertThat(fit.slope()).isCloseTo(expected, within(0.02));
    assertThat(fit.expected()).isEqualTo(expected);
    assertThat(fit.holds()).isTrue();
    assertThat(Objects.requireNonNull(fit.ci95()).low()).isLessThanOrEqualTo(fit.slope());
    assertThat(fit.rounds()).isEqualTo(ROUNDS);
  }

  @Test
  void interceptIsTheTimeWithoutNetworkLatency() {
    final RoundTrips fit = fit("new-connection-full", "http", "total");

    assertThat(fit.intercept()).isCloseTo(150, within(30.0));
  }

  @Test
  void oneDistanceAndLoopbackMakeNoLine() {
    final List<Cell> cells = SampleRuns.at(List.of(pooled("tls1.3")), "0ms", "20ms");

    assertThat(Summarizer.summarize(SampleRuns.of(cells, ROUNDS)).roundTrips()).isEmpty();
  }

  /** A delay in each connect, such as a delayed ACK, while the link is as asked. */
  @Test
  void unexpectedRoundTripsAreFound() {
    final Run run = distant("new-connection-full", "tls1.3");
    final Run slow =
        SampleChanges.mapIterations(
            run,
            (fork, old) ->
                SampleForks.withTimes(
                    old,
                    old.mean() + 0.2 * rtt(fork),
                    SampleForks.withTcp(
                        old.phases(), Phase.TCP.of(old.phases()) + 0.2 * rtt(fork))));

    assertThat(Summarizer.summarize(run).findings(UnexpectedRoundTrips.class)).isEmpty();
    assertThat(Summarizer.summarize(slow).findings(UnexpectedRoundTrips.class))
        .extracting(UnexpectedRoundTrips::fit)
        .filteredOn(fit -> fit.cause().equals("tcp"))
        .singleElement()
        .satisfies(
            fit -> {
              assertThat(fit.slope()).isCloseTo(1.2, within(0.005));
              assertThat(fit.expected()).isEqualTo(1);
            });
  }

  /** Right on average, but off by a tenth of a round trip in each round. */
  @Test
  void roundTripsThatTheIntervalLeavesOpenAreUnknown() {
    final Run noisy =
        SampleRuns.mapForks(
            distant("pooled", "tls1.3"),
            fork -> slower(fork, (fork.round() % 2 == 0 ? 0.12 : -0.08) * rtt(fork)));

    assertThat(fit(noisy, "total").slope()).isCloseTo(1, within(0.03));
    assertThat(fit(noisy, "total").holds()).isNull();
  }

  /** The distance is what the plain connects of a fork measured, not the nominal time. */
  @Test
  void forksAtOneMeasuredDistanceMakeNoLine() {
    final Run run =
        SampleRuns.mapForks(
            distant("pooled", "tls1.3"),
            fork -> {
              final LinkRecord link = fork.measurement().link();
              return fork.with(
                  new LinkRecord(
                      link.nominal(), 5_000, 5_000, 5_000, link.packets(), 0, 0, 0, 0, null, 0));
            });

    assertThat(Summarizer.summarize(run).roundTrips()).isEmpty();
  }

  private static ForkRecord slower(ForkRecord fork, double micros) {
    return SampleForks.withIterations(
        fork,
        iterations ->
            iterations.stream()
                .map(it -> SampleForks.withTimes(it, it.mean() + micros, it.phases()))
                .toList());
  }

  private static double rtt(ForkRecord fork) {
    return fork.measurement().link().connect();
  }

  private static RoundTrips fit(String policy, String protocol, String cause) {
    return fit(distant(policy, protocol), cause);
  }

  private static RoundTrips fit(Run run, String cause) {
    return Summarizer.summarize(run).roundTrips().stream()
        .filter(it -> it.cause().equals(cause))
        .findFirst()
        .orElseThrow();
  }

  private static Run distant(String policy, String protocol) {
    return SampleRuns.of(
        SampleRuns.at(
            List.of(SampleRuns.cell("request", policy, protocol)), "0ms", "5ms", "20ms", "50ms"),
        ROUNDS);
  }

  private static Cell pooled(String protocol) {
    return SampleRuns.cell("request", "pooled", protocol);
  }
}
