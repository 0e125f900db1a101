package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EarlyAnswerTest {
  private static final long SEED = 42;
  private static final Cell POOLED = SampleRuns.cell("request", "pooled", "tls1.3");
  private static final Cell FULL = SampleRuns.cell("request", "new-connection-full", "tls1.3");
  private static final Cell NEW_CLIENT = SampleRuns.cell("request", "new-client", "tls1.3");

  @Test
  void blocksGiveARatioWithoutAnInterval() {
    assertThat(
            EarlyAnswer.ofBlocks(
                List.of(POOLED, NEW_CLIENT),
                Map.of(POOLED, List.of(10.0, 20.0), NEW_CLIENT, List.of(40.0, 50.0))))
        .hasValue(
            new EarlyAnswer(
                "request",
                "new-client",
                POOLED.param("protocol"),
                POOLED.param("rtt"),
                null,
                3,
                null,
                30));
  }

  @Test
  void answerOfNewJvmsSaysWhichRequest() {
    final Run run = SampleRuns.cold(1);

    assertThat(EarlyAnswer.of(run.manifest().cells(), run.forks(), SEED).orElseThrow().nth())
        .isEqualTo("2");
  }

  @Test
  void blocksOfOneSideAloneGiveNothing() {
    final List<Cell> cells = List.of(POOLED, NEW_CLIENT);

    assertThat(EarlyAnswer.ofBlocks(cells, Map.of(POOLED, List.of(10.0)))).isEmpty();
    assertThat(EarlyAnswer.ofBlocks(cells, Map.of(NEW_CLIENT, List.of(10.0)))).isEmpty();
  }

  @Test
  void oneRoundHasNoInterval() {
    final EarlyAnswer answer = answer(1);

    assertThat(answer.ratio()).isGreaterThan(1);
    assertThat(answer.saved()).isPositive();
    assertThat(answer.ci95()).isNull();
  }

  @Test
  void moreRoundsHaveAnIntervalAroundTheRatio() {
    final EarlyAnswer answer = answer(5);

    assertThat(answer.ci95())
        .satisfies(
            interval -> assertThat(answer.ratio()).isBetween(interval.low(), interval.high()));
  }

  @Test
  void savedIsTheDifferenceOfTheMeans() {
    final List<ForkRecord> forks = forks(List.of(POOLED, NEW_CLIENT), 3);

    assertThat(EarlyAnswer.of(List.of(POOLED, NEW_CLIENT), forks, SEED).orElseThrow().saved())
        .isCloseTo(mean(forks, NEW_CLIENT) - mean(forks, POOLED), within(1e-9));
  }

  /** Policies with a JVM each: the last round has a fork of one of them. */
  @Test
  void savedIsOfTheRoundsThatBothPoliciesHave() {
    final List<Cell> cells = List.of(POOLED, NEW_CLIENT);
    final List<ForkRecord> forks = forks(cells, 3);

    assertThat(EarlyAnswer.of(cells, forks.subList(0, 5), SEED).orElseThrow().saved())
        .isEqualTo(EarlyAnswer.of(cells, forks.subList(0, 4), SEED).orElseThrow().saved());
  }

  @Test
  void loopIsNotTakenForARequest() {
    final List<Cell> loops =
        List.of(
            SampleRuns.cell("yearly-records", "pooled", "tls1.3"),
            SampleRuns.cell("yearly-records", "new-client", "tls1.3"));

    assertThat(EarlyAnswer.of(loops, forks(loops, 1), SEED).orElseThrow().benchmark())
        .isEqualTo("yearly-records");
  }

  @Test
  void nothingMeasuredGivesNothing() {
    assertThat(EarlyAnswer.of(List.of(POOLED, NEW_CLIENT), List.of(), SEED)).isEmpty();
    assertThat(EarlyAnswer.of(List.of(NEW_CLIENT), forks(List.of(NEW_CLIENT), 3), SEED)).isEmpty();
  }

  @Test
  void newClientOverTlsIsTheHeadlineWhereverItStands() {
    final Cell plain = NEW_CLIENT.with("protocol", "http");
    final List<Cell> cells =
        List.of(plain, plain.with("policy", "pooled"), FULL, POOLED, NEW_CLIENT);

    assertThat(EarlyAnswer.of(cells, forks(cells, 1), SEED).orElseThrow().saved())
        .isEqualTo(answer(1).saved());
  }

  @Test
  void planWithoutANewClientAnswersWithWhatItHas() {
    final List<Cell> cells = List.of(POOLED, FULL);

    assertThat(EarlyAnswer.of(cells, forks(cells, 1), SEED))
        .hasValueSatisfying(
            answer -> assertThat(answer.candidate()).isEqualTo("new-connection-full"));
  }

  @Test
  void distanceIsTheOneThatThePlanNamesFirst() {
    final List<Cell> cells = SampleRuns.at(List.of(POOLED, NEW_CLIENT), "20ms", "0ms");

    assertThat(EarlyAnswer.of(cells, forks(cells, 1), SEED))
        .hasValueSatisfying(answer -> assertThat(answer.rtt()).isEqualTo("20ms"));
  }

  private static EarlyAnswer answer(int rounds) {
    final List<Cell> cells = List.of(POOLED, FULL, NEW_CLIENT);
    return EarlyAnswer.of(cells, forks(cells, rounds), SEED).orElseThrow();
  }

  private static List<ForkRecord> forks(List<Cell> cells, int rounds) {
    final List<ForkRecord> forks = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (final Cell cell : cells) {
        forks.add(SampleForks.fork(cell, round));
      }
    }
    return forks;
  }

  private static double mean(List<ForkRecord> forks, Cell cell) {
    return forks.stream()
        .filter(fork -> fork.cell().equals(cell))
        .mapToDouble(ForkRecord::mean)
        .average()
        .orElseThrow();
  }
}
