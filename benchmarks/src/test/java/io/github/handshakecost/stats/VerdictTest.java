package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final List<ForkRecord> FORKS = SampleRuns.of(CELLS, 5).forks();

  @Test
  void narrowIntervalsAreConclusive() {
    assertThat(Verdict.conclusive(CELLS, FORKS, 0.05, 42)).isTrue();
  }

  @Test
  void greaterPrecisionAsksForMoreRounds() {
    assertThat(Verdict.conclusive(CELLS, FORKS, 0.0001, 42)).isFalse();
  }

  @Test
  void nothingMeasuredIsNotConclusive() {
    assertThat(Verdict.conclusive(CELLS, List.of(), 0.05, 42)).isFalse();
  }

  @Test
  void plannedRatioThatWasNotMeasuredIsNotConclusive() {
    final List<ForkRecord> without =
        FORKS.stream().filter(fork -> !fork.cell().equals(CELLS.get(3))).toList();

    assertThat(Verdict.conclusive(CELLS, without, 0.05, 42)).isFalse();
  }

  @Test
  void planWithoutRatioIsJudgedByItsMeans() {
    final List<Cell> alone = CELLS.subList(0, 1);

    assertThat(Verdict.conclusive(alone, FORKS, 0.05, 42)).isTrue();
    assertThat(Verdict.conclusive(alone, FORKS, 0.0001, 42)).isFalse();
  }
}
