package io.github.handshakecost.run;

import static io.github.handshakecost.run.SimulatedRounds.BOTH;
import static io.github.handshakecost.run.SimulatedRounds.FLOOR;
import static io.github.handshakecost.run.SimulatedRounds.FORK;
import static io.github.handshakecost.run.SimulatedRounds.HOUR;
import static io.github.handshakecost.run.SimulatedRounds.LADDER;
import static io.github.handshakecost.run.SimulatedRounds.effort;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.run.Forks.GroupFork;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time budget of rounds, and the time left. */
final class RoundsTimeTest {
  private final SimulatedRounds simulated = new SimulatedRounds();

  @Test
  void noRoundStartsThatWouldExceedTheBudget() {
    assertThat(simulated.run(LADDER, effort(2, 9, Duration.ofSeconds(35)), simulated::noisy))
        .isEmpty();
    assertThat(simulated.measured).hasSize(3);
  }

  @Test
  void tooFewRoundsAreExplained() {
    assertThat(simulated.run(LADDER, effort(3, 3, Duration.ofSeconds(25)), simulated::noisy))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence).contains("2 of at least 3 rounds", "25s", "--time-budget"));
    assertThat(simulated.measured).hasSize(2);
  }

  /** After the first fork it is known that a round of both groups takes twice as long. */
  @Test
  void groupsBeyondTheBudgetAreDroppedLastToFirst() {
    assertThat(simulated.run(BOTH, effort(5, 9, Duration.ofSeconds(60)), simulated::noisy))
        .isEmpty();

    assertThat(simulated.progress.dropped).containsExactly("raw-socket");
    assertThat(simulated.keeper.dropped).isEqualTo(FLOOR);
    assertThat(simulated.keeper.warnings)
        .singleElement()
        .asString()
        .contains("raw-socket", "1m", "--time-budget");
    assertThat(simulated.measured).allMatch(fork -> fork.endsWith("httpclient5")).hasSize(6);
  }

  @Test
  void stepsAndTimeLeftFollowTheBudget() {
    simulated.run(BOTH, effort(3, 6, Duration.ofSeconds(100)), simulated::noisy);

    // The values of the first fork are guesses.
    assertThat(simulated.progress.starts.subList(1, simulated.progress.starts.size()))
        .containsExactly(
            "1 2/10 90",
            "2 3/10 80",
            "2 4/10 70",
            "3 5/10 60",
            "3 6/10 50",
            "4 7/10 40",
            "4 8/10 30",
            "5 9/10 20",
            "5 10/10 10");
  }

  @Test
  void stepsAndTimeLeftFollowThePlanWithinTheBudget() {
    simulated.run(BOTH, effort(2, 3, HOUR), simulated::noisy);

    assertThat(simulated.progress.starts.subList(1, simulated.progress.starts.size()))
        .containsExactly("1 2/6 50", "2 3/6 40", "2 4/6 30", "3 5/6 20", "3 6/6 10");
  }

  /** Each fork takes this factor longer than the one before. */
  @ParameterizedTest
  @ValueSource(doubles = {1.15, 1.02, 1, 0.98, 0.9, 0.7})
  void totalAndTimeLeftNeverGrowAfterTheFirstFork(double factor) {
    final Duration budget = Duration.ofMinutes(5);
    final double[] next = {1};
    simulated.run(
        BOTH,
        effort(2, 40, budget),
        (round, group, blocks) -> {
          final GroupFork fork = simulated.noisy(round, group, blocks);
          simulated.pass(Duration.ofNanos(Math.round((next[0] - 1) * FORK.toNanos())));
          next[0] *= factor;
          return fork;
        });

    neverGrow();
    assertThat(simulated.passed()).isLessThan(budget.plus(Duration.ofSeconds(30)));
    assertThat(simulated.measured).hasSizeGreaterThan(8);
  }

  @Test
  void totalAndTimeLeftNeverGrowIfForksDiffer() {
    final Random random = new Random(7);
    simulated.run(
        BOTH,
        effort(2, 40, Duration.ofSeconds(400)),
        (round, group, blocks) -> {
          simulated.pass(Duration.ofNanos(random.nextLong(2 * FORK.toNanos())));
          return simulated.noisy(round, group, blocks);
        });

    neverGrow();
  }

  private void neverGrow() {
    int steps = Integer.MAX_VALUE;
    long left = Long.MAX_VALUE;
    for (final String start :
        simulated.progress.starts.subList(1, simulated.progress.starts.size())) {
      final String[] words = start.split("[ /]", -1);
      assertThat(Integer.parseInt(words[1])).isLessThanOrEqualTo(Integer.parseInt(words[2]));
      assertThat(Integer.parseInt(words[2])).as(start).isLessThanOrEqualTo(steps);
      assertThat(Long.parseLong(words[3])).as(start).isLessThanOrEqualTo(left);
      steps = Integer.parseInt(words[2]);
      left = Long.parseLong(words[3]);
    }
    assertThat(simulated.measured).hasSizeLessThanOrEqualTo(steps);
  }
}
