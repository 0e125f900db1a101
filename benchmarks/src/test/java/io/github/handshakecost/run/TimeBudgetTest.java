package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeBudgetTest {
  private static final Effort EFFORT =
      new Effort(
          Duration.ofMinutes(3), 20, Duration.ofMillis(100), 3, 6, Duration.ofMinutes(15), 0.05);
  private static final List<Cell> LADDER =
      PlanCells.ladder(
          Workload.REQUEST,
          ClientKind.HTTPCLIENT5,
          Protocol.TLS_1_3,
          Policy.POOLED,
          Policy.NEW_CONNECTION_FULL,
          Policy.NEW_CLIENT);

  @Test
  void guessGrowsWithEachCell() {
    assertThat(guess(EFFORT, LADDER.subList(0, 1))).isLessThan(guess(EFFORT, LADDER.subList(0, 2)));
    assertThat(guess(EFFORT, LADDER.subList(0, 2))).isLessThan(guess(EFFORT, LADDER));
  }

  /** The code is already warm. */
  @Test
  void cellAtADistanceAddsItsBlocksAndNoWarmUp() {
    final Cell away = LADDER.get(0).with("rtt", "20ms");
    final List<Cell> both = new ArrayList<>(LADDER);
    both.add(away);

    assertThat(guess(EFFORT, both).minus(guess(EFFORT, LADDER)))
        .isEqualTo(Duration.ofMillis(5 * (100 + 20 + 60)));
  }

  /** Every started operation ends. */
  @Test
  void blockIsAtLeastAsLongAsOneOperation() {
    final Cell loop =
        new Cell(Workload.YEARLY_RECORDS.label(), LADDER.get(0).with("rtt", "80ms").params());

    assertThat(guess(EFFORT, List.of(loop))).isGreaterThan(Duration.ofMillis(5 * 11 * 3 * 80));
  }

  /** Most of its requests open a connection, in code that is not warm. */
  @Test
  void newJvmOfNewClientsTakesLonger() {
    final Cell pooled = LADDER.get(0).with("nth", "2");

    assertThat(guess(EFFORT, List.of(pooled.with("policy", "new-client"))))
        .isGreaterThan(guess(EFFORT, List.of(pooled)).multipliedBy(2));
  }

  @Test
  void guessOfTheWarmUpIsLimited() {
    final Duration least = Duration.ofMillis(100);

    assertThat(guess(EFFORT, LADDER).minus(guess(EFFORT.withWarmUp(least), LADDER)))
        .isEqualTo(Duration.ofSeconds(15 + 2 * 2).minus(least));
  }

  private static Duration guess(Effort effort, List<Cell> cells) {
    return TimeBudget.guess(effort, new Group("httpclient5", cells));
  }
}
