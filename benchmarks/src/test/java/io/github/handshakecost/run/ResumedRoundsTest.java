package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.run.Forks.BlockListener;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds of a continued run. */
final class ResumedRoundsTest {
  private static final List<Cell> CELLS =
      Stream.of("auto", "nio")
          .flatMap(
              transport ->
                  PlanCells.ladder(
                          Workload.REQUEST,
                          ClientKind.HTTPCLIENT5,
                          Protocol.TLS_1_3,
                          Policy.POOLED,
                          Policy.NEW_CLIENT)
                      .stream()
                      .map(cell -> cell.with("transport", transport)))
          .toList();
  private static final int CELLS_OF_A_GROUP = 2;
  private static final Effort FOUR_ROUNDS =
      new Effort(Duration.ZERO, 2, Duration.ofSeconds(1), 4, 4, Duration.ofSeconds(1_000), 0.05);

  private final List<String> measured = new ArrayList<>();
  private long now;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 7, 8})
  void remainingForksKeepTheirOrder(int finished) {
    final MemoryKeeper whole = new MemoryKeeper(List.of());
    run(FOUR_ROUNDS, whole);
    final List<String> order = List.copyOf(measured);
    measured.clear();

    run(FOUR_ROUNDS, new MemoryKeeper(whole.forks.subList(0, CELLS_OF_A_GROUP * finished)));

    assertThat(order).hasSize(8);
    assertThat(measured).isEqualTo(order.subList(finished, 8));
  }

  @Test
  void timeBudgetCountsFromTheResumption() {
    final Effort tight = effort(2, 4, Duration.ofSeconds(45));
    final MemoryKeeper keeper = new MemoryKeeper(List.of());
    run(tight, keeper);
    final int first = measured.size();

    run(tight, keeper);

    assertThat(first).isEqualTo(4);
    assertThat(measured).hasSize(8).doesNotHaveDuplicates();
  }

  /** Measured forks must not be discarded. */
  @Test
  void groupWithASavedForkIsNotDropped() {
    final MemoryKeeper keeper = new MemoryKeeper(List.of());
    run(effort(1, 1, Duration.ofHours(1)), keeper);

    assertThat(run(effort(4, 4, Duration.ofSeconds(45)), keeper))
        .hasValueSatisfying(
            sentence -> assertThat(sentence).contains("stopped after 3 of at least 4 rounds"));
    assertThat(keeper.dropped).isEmpty();
    assertThat(measured).hasSize(6);
  }

  /** The first run was not yet precise enough after round 3. */
  @Test
  void roundsContinueIfALaterRoundWasStarted() {
    final Effort untilPrecise =
        new Effort(Duration.ZERO, 2, Duration.ofSeconds(1), 3, 4, Duration.ofHours(1), 0.05);
    final List<ForkRecord> saved = new ArrayList<>();
    for (int round = 1; round <= 3; round++) {
      for (final Cell cell : CELLS) {
        saved.add(SampleForks.of(round, cell, cell.param("policy").equals("pooled") ? 10 : 20));
      }
    }
    run(untilPrecise, new MemoryKeeper(saved));
    assertThat(measured).isEmpty();
    saved.add(SampleForks.of(4, CELLS.get(0), 10));
    saved.add(SampleForks.of(4, CELLS.get(1), 20));

    run(untilPrecise, new MemoryKeeper(saved));

    assertThat(measured).containsExactly("4 httpclient5 transport=nio");
  }

  private static Effort effort(int least, int most, Duration budget) {
    return new Effort(Duration.ZERO, 2, Duration.ofSeconds(1), least, most, budget, 0.05);
  }

  private Optional<String> run(Effort effort, MemoryKeeper keeper) {
    return new Rounds(
            new Plan("test", CELLS, effort, 42), this::fork, keeper, new ProgressLog(), () -> now)
        .run();
  }

  private GroupFork fork(int round, Group group, BlockListener blocks) {
    measured.add(round + " " + group.label());
    now += Duration.ofSeconds(10).toNanos();
    return new GroupFork(
        group.cells().stream()
            .map(
                cell ->
                    SampleForks.of(
                        round,
                        cell,
                        cell.param("policy").equals("pooled") ? 10 : 20.0 * (1 + round % 2)))
            .toList(),
        Map.of());
  }
}
