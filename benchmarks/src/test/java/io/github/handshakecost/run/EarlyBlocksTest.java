package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.run.Progress.EarlyBlocks;
import io.github.handshakecost.stats.EarlyAnswer;
import io.github.handshakecost.trial.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EarlyBlocksTest {
  private static final Cell POOLED = ladder(Policy.POOLED);
  private static final Cell NEW_CLIENT = ladder(Policy.NEW_CLIENT);
  private static final Cell AWAY = POOLED.with("rtt", "20ms");
  private static final Cell NEW_CLIENT_AWAY = NEW_CLIENT.with("rtt", "20ms");

  private final ProgressLog progress = new ProgressLog();

  @Test
  void eachCellIsReportedAtItsFirstBlock() {
    final EarlyBlocks blocks = blocks(true, POOLED, NEW_CLIENT);
    blocks.measured(NEW_CLIENT, 30);
    blocks.measured(POOLED, 10);
    blocks.measured(NEW_CLIENT, 30);

    assertThat(progress.measured).containsExactly("new-client 0ms", "pooled 0ms");
  }

  @Test
  void answerComesAsSoonAsEachCellHasFiveBlocksAndOnlyOnce() {
    final EarlyBlocks blocks = blocks(true, POOLED, NEW_CLIENT);
    for (int block = 0; block < 4; block++) {
      blocks.measured(POOLED, 10);
      blocks.measured(NEW_CLIENT, 30);
    }
    blocks.measured(POOLED, 10);
    assertThat(progress.answers).isEmpty();

    blocks.measured(NEW_CLIENT, 30);
    blocks.measured(POOLED, 1000);

    assertThat(progress.answers)
        .containsExactly(
            new EarlyAnswer("request", "new-client", "tls1.3", "0ms", null, 3, null, 20));
  }

  /** Loopback is measured first. */
  @Test
  void answerDoesNotWaitForOtherDistances() {
    final EarlyBlocks blocks = blocks(true, POOLED, NEW_CLIENT, AWAY, NEW_CLIENT_AWAY);
    fill(blocks, POOLED, NEW_CLIENT);

    assertThat(progress.answers).hasSize(1);
  }

  @Test
  void answerWaitsForTheCellsThatItCompares() {
    final EarlyBlocks blocks = blocks(true, POOLED, NEW_CLIENT);
    for (int block = 0; block < 5; block++) {
      blocks.measured(POOLED, 10);
    }
    assertThat(progress.answers).isEmpty();
  }

  @Test
  void laterForksGiveNoAnswer() {
    final EarlyBlocks blocks = blocks(false, POOLED, NEW_CLIENT);
    fill(blocks, POOLED, NEW_CLIENT);

    assertThat(progress.answers).isEmpty();
    assertThat(progress.measured).containsExactly("pooled 0ms", "new-client 0ms");
  }

  @Test
  void groupWithoutARatioHasNoAnswer() {
    fill(blocks(true, NEW_CLIENT), NEW_CLIENT);

    assertThat(progress.answers).isEmpty();
  }

  private EarlyBlocks blocks(boolean answers, Cell... cells) {
    return new EarlyBlocks(new Group("httpclient5", List.of(cells)), progress, answers);
  }

  private static void fill(EarlyBlocks blocks, Cell... cells) {
    for (int block = 0; block < 5; block++) {
      for (final Cell cell : cells) {
        blocks.measured(cell, cell.param("policy").equals("pooled") ? 10 : 30);
      }
    }
  }

  private static Cell ladder(Policy policy) {
    return PlanCells.ladder(Workload.REQUEST, ClientKind.HTTPCLIENT5, Protocol.TLS_1_3, policy)
        .get(0);
  }
}
