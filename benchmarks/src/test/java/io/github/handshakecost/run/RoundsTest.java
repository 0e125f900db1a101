package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.ClientKind;
import io.github.handshakecost.axis.Policy;
import io.github.handshakecost.axis.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.stats.EarlyAnswer;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoundsTest {
  private static final List<Cell> LADDER = ladder(ClientKind.HTTPCLIENT5);
  private static final List<Cell> FLOOR = ladder(ClientKind.RAW_SOCKET);
  private static final List<Cell> BOTH = Stream.concat(LADDER.stream(), FLOOR.stream()).toList();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration FORK = Duration.ofSeconds(10);

  private final MemoryKeeper keeper = new MemoryKeeper(List.of());
  private final ProgressLog progress = new ProgressLog();
  private final List<String> measured = new ArrayList<>();
  private long now;

  @Test
  void everyRoundMeasuresEachGroupOnceAndTheFirstBeginsWithTheHeadline() {
    run(BOTH, effort(12, 12, HOUR), this::noisy);

    assertThat(measured).hasSize(24).startsWith("1 httpclient5", "1 raw-socket");
    assertThat(measured.stream().filter(fork -> fork.endsWith("httpclient5"))).hasSize(12);
    assertThat(measured).doesNotHaveDuplicates();
    // Later rounds have an order of their own.
    assertThat(measured.indexOf("2 raw-socket") < measured.indexOf("2 httpclient5"))
        .isNotEqualTo(
            measured.indexOf("3 raw-socket") < measured.indexOf("3 httpclient5")
                && measured.indexOf("4 raw-socket") < measured.indexOf("4 httpclient5"));
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    run(BOTH, effort(5, 5, HOUR), this::noisy);
    final List<String> before = List.copyOf(measured);
    measured.clear();
    keeper.forks.clear();

    run(BOTH, effort(5, 5, HOUR), this::noisy);

    assertThat(measured).isEqualTo(before);
  }

  @Test
  void roundsEndAsSoonAsTheFiguresArePrecise() {
    assertThat(run(LADDER, effort(3, 50, HOUR), this::steady)).isEmpty();
    assertThat(measured).hasSize(3);
  }

  @Test
  void roundsGoOnWhileTheFiguresAreNotPrecise() {
    assertThat(run(LADDER, effort(3, 5, HOUR), this::noisy)).isEmpty();
    assertThat(measured).hasSize(5);
  }

  @Test
  void noRoundBeginsThatWouldPassTheBudget() {
    assertThat(run(LADDER, effort(2, 9, Duration.ofSeconds(35)), this::noisy)).isEmpty();
    assertThat(measured).hasSize(3);
  }

  @Test
  void tooFewRoundsAreExplained() {
    assertThat(run(LADDER, effort(3, 3, Duration.ofSeconds(25)), this::noisy))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence).contains("2 of at least 3 rounds", "25 s", "--time-budget"));
    assertThat(measured).hasSize(2);
  }

  /** After the first fork it is known that a round of both groups takes twice as long. */
  @Test
  void groupsThatTheBudgetHasNoTimeForAreDroppedLastToFirstAndNamed() {
    assertThat(run(BOTH, effort(5, 9, Duration.ofSeconds(60)), this::noisy)).isEmpty();

    assertThat(progress.dropped).containsExactly("raw-socket");
    assertThat(keeper.dropped).isEqualTo(FLOOR);
    assertThat(keeper.warnings)
        .singleElement()
        .asString()
        .contains("raw-socket", "60 s", "--time-budget");
    assertThat(measured).allMatch(fork -> fork.endsWith("httpclient5")).hasSize(6);
  }

  @Test
  void everyForkIsKeptBeforeTheNextBegins() {
    run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          assertThat(keeper.forks).hasSize(LADDER.size() * measured.size());
          return noisy(round, group, blocks);
        });
    assertThat(keeper.forks).hasSize(3 * LADDER.size());
  }

  @Test
  void cellWhosePremiseBreaksIsWithdrawnAndTheOthersGoOn() {
    final Cell broken = LADDER.get(1);
    run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          final GroupFork whole = noisy(round, group, blocks);
          return round == 2
              ? new GroupFork(
                  whole.cells().stream().filter(fork -> !fork.cell().equals(broken)).toList(),
                  Map.of(broken, "it broke"))
              : whole;
        });

    assertThat(keeper.withdrawn).containsExactly("new-connection-full: it broke");
    assertThat(keeper.forks).hasSize(3 * 2).noneMatch(fork -> fork.cell().equals(broken));
    assertThat(measured).hasSize(3);
  }

  @Test
  void runOfWhichNoCellIsLeftFails() {
    final Rounds rounds =
        rounds(
            LADDER.subList(0, 1),
            effort(3, 3, HOUR),
            (round, group, blocks) -> new GroupFork(List.of(), Map.of(LADDER.get(0), "it broke")));

    assertThatThrownBy(rounds::run).isInstanceOf(ForkFailedException.class).hasMessage("it broke");
  }

  @Test
  void stepsAndTimeLeftAreThoseOfTheRoundsThatTheBudgetHolds() {
    run(BOTH, effort(3, 6, Duration.ofSeconds(100)), this::noisy);

    // Of the first fork it is only guessed.
    assertThat(progress.starts.subList(1, progress.starts.size()))
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
  void stepsAndTimeLeftAreThoseOfThePlanWhereTheBudgetHoldsMore() {
    run(BOTH, effort(2, 3, HOUR), this::noisy);

    assertThat(progress.starts.subList(1, progress.starts.size()))
        .containsExactly("1 2/6 50", "2 3/6 40", "2 4/6 30", "3 5/6 20", "3 6/6 10");
  }

  /** Of forks that take ever longer, ever shorter, or now this and now that. */
  @ParameterizedTest
  @ValueSource(doubles = {1.15, 1.02, 1, 0.98, 0.9, 0.7})
  void totalAndTimeLeftNeverGrowAfterTheFirstFork(double factor) {
    final Duration budget = Duration.ofMinutes(5);
    final double[] next = {1};
    run(
        BOTH,
        effort(2, 40, budget),
        (round, group, blocks) -> {
          final GroupFork fork = noisy(round, group, blocks);
          now += Math.round((next[0] - 1) * FORK.toNanos());
          next[0] *= factor;
          return fork;
        });

    neverGrow();
    assertThat(Duration.ofNanos(now)).isLessThan(budget.plus(Duration.ofSeconds(30)));
    assertThat(measured).hasSizeGreaterThan(8);
  }

  @Test
  void totalAndTimeLeftNeverGrowWhereForksDiffer() {
    final Random random = new Random(7);
    run(
        BOTH,
        effort(2, 40, Duration.ofSeconds(400)),
        (round, group, blocks) -> {
          now += random.nextLong(2 * FORK.toNanos());
          return noisy(round, group, blocks);
        });

    neverGrow();
  }

  private void neverGrow() {
    int steps = Integer.MAX_VALUE;
    long left = Long.MAX_VALUE;
    for (final String start : progress.starts.subList(1, progress.starts.size())) {
      final String[] words = start.split("[ /]", -1);
      assertThat(Integer.parseInt(words[1])).isLessThanOrEqualTo(Integer.parseInt(words[2]));
      assertThat(Integer.parseInt(words[2])).as(start).isLessThanOrEqualTo(steps);
      assertThat(Long.parseLong(words[3])).as(start).isLessThanOrEqualTo(left);
      steps = Integer.parseInt(words[2]);
      left = Long.parseLong(words[3]);
    }
    assertThat(measured).hasSizeLessThanOrEqualTo(steps);
  }

  /** What a group is called must not hang on which others there are yet. */
  @Test
  void groupGoesOnWhereTheOnlyOtherOneLosesItsLastCell() {
    final Cell other = LADDER.get(0).with("key", "rsa-2048");
    final List<Cell> cells = Stream.concat(LADDER.stream(), Stream.of(other)).toList();
    final List<String> rounds = new ArrayList<>();
    run(
        cells,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          rounds.add(round + " " + group.label());
          return group.cells().contains(other)
              ? new GroupFork(List.of(), Map.of(other, "it broke"))
              : noisy(round, group, blocks);
        });

    assertThat(keeper.withdrawn).containsExactly("pooled: it broke");
    assertThat(rounds)
        .containsExactly(
            "1 httpclient5 key=ec-p256",
            "1 httpclient5 key=rsa-2048",
            "2 httpclient5 key=ec-p256",
            "3 httpclient5 key=ec-p256");
  }

  @Test
  void sentencesOfOneForkComeInItsOrder() {
    final Map<Cell, String> broken = new LinkedHashMap<>();
    broken.put(LADDER.get(2), "third");
    broken.put(LADDER.get(0), "first");
    run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) ->
            round == 1
                ? new GroupFork(List.of(SampleForks.of(1, LADDER.get(1), 20)), broken)
                : noisy(round, group, blocks));

    assertThat(keeper.withdrawn).containsExactly("new-client: third", "pooled: first");
  }

  @Test
  void firstAnswerComesWhileTheFirstForkGoesOn() {
    run(
        LADDER,
        effort(3, 3, HOUR),
        (round, group, blocks) -> {
          for (int block = 0; block < 5; block++) {
            group.cells().forEach(cell -> blocks.measured(cell, micros(cell)));
          }
          assertThat(progress.answers).isNotEmpty();
          return noisy(round, group, blocks);
        });

    assertThat(progress.answers.get(0))
        .returns("new-client", EarlyAnswer::candidate)
        .returns(3.0, EarlyAnswer::ratio)
        .returns(20.0, EarlyAnswer::saved)
        .returns(null, EarlyAnswer::ci95);
    assertThat(progress.answers.get(progress.answers.size() - 1).ci95()).isNotNull();
    assertThat(progress.measured.subList(0, 3))
        .containsExactly("pooled 0ms", "new-connection-full 0ms", "new-client 0ms");
  }

  private Optional<String> run(List<Cell> cells, Effort effort, Forks forks) {
    return rounds(cells, effort, forks).run();
  }

  private Rounds rounds(List<Cell> cells, Effort effort, Forks forks) {
    return new Rounds(new Plan("test", cells, effort, 42), forks, keeper, progress, () -> now);
  }

  /** Far from precise: the ratio differs from round to round. */
  private GroupFork noisy(int round, Group group, BlockListener blocks) {
    return fork(round, group, round % 2);
  }

  private GroupFork steady(int round, Group group, BlockListener blocks) {
    return fork(round, group, 0);
  }

  private GroupFork fork(int round, Group group, double noise) {
    measured.add(round + " " + group.label());
    now += FORK.toNanos();
    final List<ForkRecord> records = new ArrayList<>();
    for (final Cell cell : group.cells()) {
      final double factor = cell.param("policy").equals("pooled") ? 1 : 1 + noise;
      records.add(SampleForks.of(round, cell, micros(cell) * factor));
    }
    return new GroupFork(records, Map.of());
  }

  private static double micros(Cell cell) {
    return switch (cell.param("policy")) {
      case "pooled" -> 10;
      case "new-connection-full" -> 20;
      default -> 30;
    };
  }

  private static List<Cell> ladder(ClientKind client) {
    return Ladder.of(
        Workload.REQUEST,
        client,
        Protocol.TLS_1_3,
        Policy.POOLED,
        Policy.NEW_CONNECTION_FULL,
        Policy.NEW_CLIENT);
  }

  private static Effort effort(int least, int most, Duration budget) {
    return new Effort(Duration.ofSeconds(1), 2, Duration.ofSeconds(1), least, most, budget, 0.05);
  }
}
