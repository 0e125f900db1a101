package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.axis.ClientKind;
import io.github.handshakecost.axis.Policy;
import io.github.handshakecost.axis.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.trial.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that goes on, and rounds that several lanes share. */
final class ResumedRoundsTest {
  private static final List<Cell> CELLS =
      Ladder.of(
          Workload.REQUEST,
          ClientKind.RAW_SOCKET,
          Protocol.TLS_1_3,
          Policy.POOLED,
          Policy.NEW_CONNECTION_RESUMED,
          Policy.NEW_CONNECTION_FULL);
  private static final Effort THREE_ROUNDS =
      new Effort(Duration.ZERO, 1, 2, Duration.ofSeconds(1), 3, 3, Duration.ofSeconds(95), 0.05);

  @TempDir private Path temporary;
  private final List<String> measured = new ArrayList<>();
  private long now;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 8, 9})
  void theRestComesInTheOrderItWouldHaveHad(int finished) {
    final List<ForkRecord> whole = new ArrayList<>();
    run(THREE_ROUNDS, "whole", List.of(), whole);
    final List<String> order = List.copyOf(measured);
    measured.clear();

    run(THREE_ROUNDS, "rest", whole.subList(0, finished), new ArrayList<>());

    assertThat(order).hasSize(9);
    assertThat(measured).isEqualTo(order.subList(finished, 9));
  }

  @Test
  void timeBudgetCountsFromTheResumption() {
    final List<ForkRecord> whole = new ArrayList<>();
    final Effort tight = THREE_ROUNDS.withBudget(Duration.ofSeconds(35));
    assertThat(run(tight, "first", List.of(), whole)).isPresent();
    assertThat(measured).hasSize(3);

    assertThat(run(tight, "second", whole, whole)).isPresent();
    assertThat(measured).hasSize(6);
    assertThat(run(tight, "third", whole, whole)).isEmpty();
    assertThat(measured).hasSize(9).doesNotHaveDuplicates();
  }

  /** What ended the rounds would end them again; what did not, did not. */
  @Test
  void roundsGoOnWhereALaterOneWasBegun() {
    final Effort untilPrecise =
        new Effort(Duration.ZERO, 1, 2, Duration.ofSeconds(1), 3, 4, Duration.ofHours(1), 0.05);
    final List<ForkRecord> saved = new ArrayList<>();
    for (int round = 1; round <= 3; round++) {
      for (final Cell cell : CELLS) {
        saved.add(SampleForks.of(round, cell, 10 + CELLS.indexOf(cell)));
      }
    }
    run(untilPrecise, "over", saved, new ArrayList<>());
    assertThat(measured).isEmpty();
    saved.add(SampleForks.of(4, CELLS.get(1), 11));

    run(untilPrecise, "begun", saved, new ArrayList<>());

    assertThat(measured).hasSize(2).allMatch(fork -> fork.startsWith("4 "));
  }

  @Test
  void lanesShareRoundsAndKeepTheirForksApart() {
    final RunDirectory first = RunDirectory.create(temporary.resolve("first"));
    final RunDirectory second = RunDirectory.create(temporary.resolve("second"));
    final Plan plan = new Plan("test", CELLS, THREE_ROUNDS.withRounds(3), 42);

    new Rounds(
            plan,
            List.of(
                new Lane((round, cell) -> fork("first ", round, cell), first, List.of()),
                new Lane((round, cell) -> fork("second ", round, cell), second, List.of())),
            new Silence(),
            () -> now)
        .run();

    assertThat(measured).hasSize(18).doesNotHaveDuplicates();
    for (int round = 1; round <= 3; round++) {
      final String name = " " + round + " ";
      assertThat(measured.subList(6 * round - 6, 6 * round))
          .allMatch(fork -> fork.contains(name))
          .filteredOn(fork -> fork.startsWith("first"))
          .hasSize(3);
    }
    // Interleaved: no lane comes wholly before the other.
    assertThat(measured.subList(0, 6))
        .isNotEqualTo(measured.subList(0, 6).stream().sorted().toList());
    assertThat(first.path().resolve("forks").toFile().list()).hasSize(9);
    assertThat(second.path().resolve("forks").toFile().list()).hasSize(9);
  }

  private Optional<String> run(
      Effort effort, String name, List<ForkRecord> saved, List<ForkRecord> done) {
    final List<ForkRecord> before = List.copyOf(saved);
    return new Rounds(
            new Plan("test", CELLS, effort, 42),
            List.of(
                new Lane(
                    (round, cell) -> {
                      final ForkRecord fork = fork("", round, cell);
                      done.add(fork);
                      return fork;
                    },
                    RunDirectory.create(temporary.resolve(name)),
                    before)),
            new Silence(),
            () -> now)
        .run();
  }

  private ForkRecord fork(String lane, int round, Cell cell) {
    measured.add(lane + round + " " + cell.param("policy"));
    now += Duration.ofSeconds(10).toNanos();
    return SampleForks.of(round, cell, 10.0 * (1 + CELLS.indexOf(cell)) * (1 + round % 2));
  }

  private static final class Silence implements Progress {
    @Override
    public void starting(int round, int step, int steps, Cell cell, Duration left) {}

    @Override
    public void finished(ForkRecord fork) {}
  }
}
