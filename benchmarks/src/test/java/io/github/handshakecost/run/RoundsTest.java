package io.github.handshakecost.run;

import static io.github.handshakecost.run.SimulatedRounds.BOTH;
import static io.github.handshakecost.run.SimulatedRounds.HOUR;
import static io.github.handshakecost.run.SimulatedRounds.LADDER;
import static io.github.handshakecost.run.SimulatedRounds.effort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.stats.EarlyAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RoundsTest {
  private final SimulatedRounds simulated = new SimulatedRounds();

  @Test
  void everyRoundMeasuresEachGroupOnceAndTheFirstBeginsWithTheHeadline() {
    simulated.run(BOTH, effort(12, 12, HOUR), simulated::noisy);

    assertThat(simulated.measured).hasSize(24).startsWith("1 httpclient5", "1 raw-socket");
    assertThat(simulated.measured.stream().filter(fork -> fork.endsWith("httpclient5")))
        .hasSize(12);
    assertThat(simulated.measured).doesNotHaveDuplicates();
    // Later rounds have another order.
    assertThat(
            simulated.measured.indexOf("2 raw-socket")
                < simulated.measured.indexOf("2 httpclient5"))
        .isNotEqualTo(
            simulated.measured.indexOf("3 raw-socket") < simulated.measured.indexOf("3 httpclient5")
                && simulated.measured.indexOf("4 raw-socket")
                    < simulated.measured.indexOf("4 httpclient5"));
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    simulated.run(BOTH, effort(5, 5, HOUR), simulated::noisy);
    final List<String> before = List.copyOf(simulated.measured);
    simulated.measured.clear();
    simulated.keeper.forks.clear();

    simulated.run(BOTH, effort(5, 5, HOUR), simulated::noisy);

    assertThat(simulated.measured).isEqualTo(before);
  }

  @Test
  void roundsEndWhenTheFiguresArePrecise() {
    assertThat(simulated.run(LADDER, effort(3, 50, HOUR), simulated::steady)).isEmpty();
    assertThat(simulated.measured).hasSize(3);
  }

  @Test
  void roundsContinueUntilTheFiguresArePrecise() {
    assertThat(simulated.run(LADDER, effort(3, 5, HOUR), simulated::noisy)).isEmpty();
    assertThat(simulated.measured).hasSize(5);
  }

  @Test
  void everyForkIsSavedBeforeTheNextStarts() {
    simulated.run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          assertThat(simulated.keeper.forks).hasSize(LADDER.size() * simulated.measured.size());
          return simulated.noisy(round, group, blocks);
        });
    assertThat(simulated.keeper.forks).hasSize(3 * LADDER.size());
  }

  @Test
  void cellWithABrokenPremiseIsWithdrawnAndTheOtherCellsContinue() {
    final Cell broken = LADDER.get(1);
    simulated.run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          final GroupFork whole = simulated.noisy(round, group, blocks);
          return round == 2
              ? new GroupFork(
                  whole.cells().stream().filter(fork -> !fork.cell().equals(broken)).toList(),
                  Map.of(broken, "it broke"))
              : whole;
        });

    assertThat(simulated.keeper.withdrawn).containsExactly("new-connection-full: it broke");
    assertThat(simulated.keeper.forks).hasSize(3 * 2).noneMatch(fork -> fork.cell().equals(broken));
    assertThat(simulated.measured).hasSize(3);
  }

  @Test
  void runWithoutCellsFails() {
    final Rounds rounds =
        simulated.rounds(
            LADDER.subList(0, 1),
            effort(3, 3, HOUR),
            (round, group, blocks) -> new GroupFork(List.of(), Map.of(LADDER.get(0), "it broke")));

    assertThatThrownBy(rounds::run).isInstanceOf(ForkFailedException.class).hasMessage("it broke");
  }

  /** The label of a group must not depend on the remaining groups. */
  @Test
  void groupContinuesAfterTheOnlyOtherGroupIsGone() {
    final Cell other = LADDER.get(0).with("transport", "nio");
    final List<Cell> cells = Stream.concat(LADDER.stream(), Stream.of(other)).toList();
    final List<String> rounds = new ArrayList<>();
    simulated.run(
        cells,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          rounds.add(round + " " + group.label());
          return group.cells().contains(other)
              ? new GroupFork(List.of(), Map.of(other, "it broke"))
              : simulated.noisy(round, group, blocks);
        });

    assertThat(simulated.keeper.withdrawn).containsExactly("pooled: it broke");
    assertThat(rounds)
        .containsExactly(
            "1 httpclient5 transport=auto",
            "1 httpclient5 transport=nio",
            "2 httpclient5 transport=auto",
            "3 httpclient5 transport=auto");
  }

  @Test
  void brokenPremisesOfAForkKeepTheirOrder() {
    final Map<Cell, String> broken = new LinkedHashMap<>();
    broken.put(LADDER.get(2), "third");
    broken.put(LADDER.get(0), "first");
    simulated.run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) ->
            round == 1
                ? new GroupFork(List.of(SampleForks.of(1, LADDER.get(1), 20)), broken)
                : simulated.noisy(round, group, blocks));

    assertThat(simulated.keeper.withdrawn).containsExactly("new-client: third", "pooled: first");
  }

  @Test
  void firstAnswerComesDuringTheFirstFork() {
    simulated.run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          for (int block = 0; block < 5; block++) {
            group.cells().forEach(cell -> blocks.measured(cell, SimulatedRounds.micros(cell)));
          }
          assertThat(simulated.progress.answers).isNotEmpty();
          return simulated.noisy(round, group, blocks);
        });

    assertThat(simulated.progress.answers.get(0))
        .returns("new-client", EarlyAnswer::candidate)
        .returns(3.0, EarlyAnswer::ratio)
        .returns(20.0, EarlyAnswer::saved)
        .returns(null, EarlyAnswer::ci95);
    assertThat(simulated.progress.answers.get(simulated.progress.answers.size() - 1).ci95())
        .isNotNull();
    assertThat(simulated.progress.measured.subList(0, 3))
        .containsExactly("pooled 0ms", "new-connection-full 0ms", "new-client 0ms");
  }
}
