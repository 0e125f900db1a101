package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.AmortisationFit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AmortisationFitsTest {
  private static final Cell POOLED = SampleRuns.cell("request", "pooled", "tls1.3");
  private static final Cell FULL = POOLED.with("policy", "new-connection-full");
  private static final List<Cell> LIMITED = List.of(limited(2), limited(5), limited(20));
  private static final double REQUEST = 20;
  private static final double CONNECTION = 1_500;
  private static final int ROUNDS = 5;
  private static final long REQUESTS = 100_000;

  @Test
  void lineGivesTheCostOfAConnection() {
    final AmortisationFit fit = fit(CONNECTION);

    assertThat(fit.limits()).containsExactly(2, 5, 20);
    assertThat(fit.perRequest()).isCloseTo(REQUEST, within(1e-6));
    assertThat(fit.perConnection()).isCloseTo(CONNECTION, within(1e-6));
    assertThat(fit.byDifference()).isCloseTo(CONNECTION, within(1e-6));
    assertThat(fit.agree()).isTrue();
    assertThat(fit.rounds()).isEqualTo(ROUNDS);
  }

  @Test
  void connectionThatCostsMoreThanTheDifferenceIsFlagged() {
    final AmortisationFit fit = fit(1.2 * CONNECTION);

    assertThat(fit.perConnection()).isCloseTo(1.2 * CONNECTION, within(1e-6));
    assertThat(fit.agree()).isFalse();
  }

  @Test
  void oneLimitIsNoLine() {
    assertThat(all(CONNECTION, List.of(POOLED, FULL, LIMITED.get(0)))).isEmpty();
  }

  @Test
  void withoutTheDifferenceThereIsNothingToCompare() {
    final List<Cell> cells = new ArrayList<>(LIMITED);
    cells.add(POOLED);

    assertThat(all(CONNECTION, cells)).isEmpty();
  }

  private static AmortisationFit fit(double perConnection) {
    final List<Cell> cells = new ArrayList<>(LIMITED);
    cells.addAll(List.of(POOLED, FULL));
    final List<AmortisationFit> fits = all(perConnection, cells);
    assertThat(fits).hasSize(1);
    return fits.get(0);
  }

  /** Fits to forks whose time follows the line exactly. */
  private static List<AmortisationFit> all(double perConnection, List<Cell> cells) {
    final List<ForkRecord> forks = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (final Cell cell : cells) {
        final double connections =
            switch (cell.policy()) {
              case "pooled" -> 0;
              case "limited" -> 1.0 / Integer.parseInt(cell.param("requestsPerConnection"));
              default -> 1;
            };
        forks.add(fork(cell, round, connections, cell.equals(FULL) ? CONNECTION : perConnection));
      }
    }
    return new AmortisationFits(new ForkIndex(forks), new Bootstrap(1)).all(cells);
  }

  private static ForkRecord fork(
      Cell cell, int round, double connectionsPerRequest, double perConnection) {
    final long connections = Math.round(REQUESTS * connectionsPerRequest);
    final double tls = perConnection * connections / REQUESTS;
    return SampleForks.withIterations(
        SimulatedForks.of(cell, round, tls, REQUEST),
        iterations ->
            List.of(
                SampleForks.withCounts(
                    iterations.get(0),
                    new Counts(REQUESTS, connections, connections, 0, connections, 0, 1, 1))));
  }

  private static Cell limited(int requests) {
    return POOLED
        .with("policy", "limited")
        .with("requestsPerConnection", Integer.toString(requests));
  }
}
