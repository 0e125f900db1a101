package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CostsTest {
  private static final Run RUN = SampleRuns.complete(5);

  @Test
  void eachCauseIsFoundWhereItCanOccur() {
    assertThat(Summarizer.summarize(RUN).costs())
        .extracting(Cost::cause, cost -> cost.where().get("protocol"))
        .containsExactly(
            tuple("connection-full", "tls1.3"),
            tuple("connection-resumed", "tls1.3"),
            tuple("tls-full", "tls1.3"),
            tuple("tls-resumed", "tls1.3"),
            tuple("client", "tls1.3"),
            tuple("tcp", "http"));
  }

  /** The plain connection is one of HTTP/1.1. */
  @Test
  void tlsAloneHasNoCostOverHttp2() {
    final Cell plain = SampleRuns.cell("request", "pooled", "http");
    final List<Cell> cells =
        Stream.of(plain, plain.with("protocol", "h2"))
            .flatMap(cell -> Stream.of(cell, cell.with("policy", "new-connection-full")))
            .toList();

    assertThat(Summarizer.summarize(SampleRuns.of(cells, 3)).costs())
        .extracting(Cost::cause, cost -> cost.where().get("protocol"))
        .containsExactlyInAnyOrder(tuple("tcp", "http"), tuple("connection-full", "h2"));
  }

  @Test
  void differenceAndClocksFindTheCostsOfTheSample() {
    final Map<String, Cost> costs = byCause(Summarizer.summarize(RUN));

    // The exchange on a new connection takes 3 µs longer, and no clock of a cost sees that.
    assertCost(costs, "connection-full", 1533, 1530);
    assertCost(costs, "connection-resumed", 833, 830);
    assertCost(costs, "tcp", 133, 130);
    assertCost(costs, "tls-full", 1400, 1400);
    assertCost(costs, "tls-resumed", 700, 700);
    assertCost(costs, "client", 920, 900);
  }

  @Test
  void cpuIsThatOfTheSamePolicies() {
    final Cost cost = Objects.requireNonNull(byCause(Summarizer.summarize(RUN)).get("tls-full"));

    assertThat(cost.clientCpu()).isCloseTo(0.55 * cost.byDifference(), within(10.0));
    assertThat(cost.serverCpu()).isCloseTo(0.4 * cost.byDifference(), within(10.0));
  }

  @Test
  void costWithoutItsPoliciesIsAbsent() {
    final List<Cell> secureOnly = SampleRuns.headline().subList(0, 3);

    assertThat(Summarizer.summarize(SampleRuns.of(secureOnly, 3)).costs())
        .extracting(Cost::cause)
        .containsExactly("connection-full", "connection-resumed");
  }

  @Test
  void clockThatMissesHandshakeIsFoundOut() {
    final Cell full = SampleRuns.headline().get(2);
    final Run blind =
        SampleRuns.mapForks(
            RUN,
            fork ->
                fork.cell().equals(full)
                    ? SampleForks.withIterations(
                        fork, iterations -> iterations.stream().map(CostsTest::blind).toList())
                    : fork);

    final Summary summary = Summarizer.summarize(blind);

    assertThat(byCause(summary).get("tls-full")).returns(false, Cost::agree);
    assertThat(byCause(summary).get("tls-resumed")).returns(true, Cost::agree);
    assertThat(summary.findings(Finding.ClocksDisagree.class))
        .filteredOn(finding -> finding.cost().cause().equals("tls-full"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rest()).isEqualTo(Phase.EXCHANGE);
              assertThat(finding.inRest())
                  .isCloseTo(finding.cost().byDifference(), within(finding.allowed()));
              assertThat(finding.allowed())
                  .isCloseTo(0.1 * finding.cost().byDifference(), within(1e-9));
            });
  }

  @Test
  void clientWithoutHooksHasCostsByDifferenceAlone() {
    final Run untimed =
        SampleRuns.mapForks(
            RUN,
            fork ->
                SampleForks.withIterations(
                    fork, iterations -> iterations.stream().map(CostsTest::untimed).toList()));

    final Summary summary = Summarizer.summarize(untimed);

    assertThat(summary.costs())
        .hasSize(6)
        .allSatisfy(
            cost -> {
              assertThat(cost.byDifference()).isPositive();
              assertThat(cost.byClock()).isNull();
              assertThat(cost.inExchange()).isNull();
              assertThat(cost.agree()).isNull();
            });
    assertThat(summary.cells())
        .allSatisfy(
            cell -> {
              assertThat(cell.phases().tcp()).isNull();
              assertThat(cell.phases().tls()).isNull();
              assertThat(cell.phases().total()).isCloseTo(cell.mean(), within(1e-6));
            });
  }

  private static IterationRecord untimed(IterationRecord old) {
    return SampleForks.withTimes(
        old,
        old.mean(),
        PhaseTimes.closing(old.mean(), false, null, phase -> phase.of(old.phases())));
  }

  private static IterationRecord blind(IterationRecord old) {
    final PhaseTimes seen = old.phases();
    return SampleForks.withTimes(
        old,
        old.mean(),
        new PhaseTimes(
            seen.setup(), seen.tcp(), 0.0, seen.exchange() + Phase.TLS.of(seen), seen.close(), 0));
  }

  private static void assertCost(
      Map<String, Cost> costs, String cause, double byDifference, double byClock) {
    assertThat(costs.get(cause))
        .isNotNull()
        .returns(true, Cost::agree)
        .returns(5, Cost::rounds)
        .satisfies(
            cost -> {
              assertThat(cost.byDifference()).isCloseTo(byDifference, within(15.0));
              assertThat(cost.byClock()).isCloseTo(byClock, within(15.0));
              assertThat(cost.ci95())
                  .isNotNull()
                  .returns(true, interval -> interval.contains(cost.byDifference()));
            });
  }

  private static Map<String, Cost> byCause(Summary summary) {
    return summary.costs().stream().collect(Collectors.toMap(Cost::cause, Function.identity()));
  }
}
