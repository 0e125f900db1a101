package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Summarizer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswerTest {
  private static final List<Cell> CELLS = SampleRuns.headline();

  @Test
  void sentenceHasTheTimeWithAndWithoutReuseAndTheRatios() {
    assertThat(answer(SampleRuns.of(CELLS, 5)).sentence())
        .matches(
            "Reuse the connection: [0-9.]+ (µs|ms) per request\\. A new one each time: [0-9.]+ to [0-9.]+ ms \\([0-9.]+ to [0-9.]+ times as long\\)\\.");
  }

  @Test
  void newestProtocolIsAnsweredWhateverTheOrder() {
    final List<Cell> plainFirst = List.of(CELLS.get(4), CELLS.get(5), CELLS.get(0), CELLS.get(2));

    assertThat(answer(SampleRuns.of(plainFirst, 3)).ladder().axis("protocol")).isEqualTo("tls1.3");
  }

  @Test
  void largestDistanceIsSaid() {
    assertThat(answer(SampleRuns.of(SampleRuns.at(CELLS, "0ms", "20ms"), 3)).sentence())
        .startsWith("Round trip of 20 ms: reused connection ");
  }

  @Test
  void ladderWithoutARatioIsPassedOver() {
    assertThat(answer(SampleRuns.of(CELLS.subList(1, 6), 3)).ladder().axis("protocol"))
        .isEqualTo("http");
  }

  @Test
  void loopAloneIsAnswered() {
    final List<Cell> loops =
        List.of(
            SampleRuns.cell("yearly-records", "pooled", "tls1.3"),
            SampleRuns.cell("yearly-records", "new-client", "tls1.3"));

    assertThat(answer(SampleRuns.of(loops, 3)).sentence()).contains(" per loop");
  }

  @Test
  void directionThatTheIntervalLeavesOpenIsNotCertain() {
    final Run alike = SampleChanges.alike(SampleRuns.of(CELLS.subList(0, 4), 5));

    assertThat(answer(alike).sentence()).contains(", not certain yet");
    assertThat(answer(SampleRuns.of(CELLS, 5)).sentence()).doesNotContain("not certain");
  }

  @Test
  void costHasItsIntervalAndTheCpuOfBothSides() {
    assertThat(answer(SampleRuns.of(CELLS, 5)).cost().orElseThrow())
        .matches(
            "A new connection with a full handshake adds [0-9.]+ ms \\[[0-9.]+–[0-9.]+\\] per request \\(CPU: client [0-9.]+ (µs|ms), server [0-9.]+ (µs|ms)\\)");
    assertThat(answer(SampleRuns.of(CELLS.subList(4, 6), 5)).cost().orElseThrow())
        .startsWith("A new TCP connection adds ");
  }

  @Test
  void costThatMayBeNothingIsNotClaimed() {
    assertThat(answer(SampleChanges.alike(SampleRuns.of(CELLS.subList(0, 4), 5))).cost()).isEmpty();
  }

  @Test
  void otherDistancesFollowNearestFirst() {
    final Run run = SampleRuns.of(SampleRuns.at(CELLS.subList(0, 4), "50ms", "20ms", "0ms"), 3);

    assertThat(answer(run).elsewhere())
        .satisfiesExactly(
            near -> assertThat(near).startsWith("on loopback: pooled "),
            far -> assertThat(far).startsWith("at 20 ms: pooled ").contains("× ["));
  }

  @Test
  void onePolicyAloneAnswersNothing() {
    for (final List<Cell> cells : List.of(CELLS.subList(0, 1), CELLS.subList(1, 4))) {
      assertThat(answer(SampleRuns.of(cells, 3)).sentence())
          .startsWith("There is nothing to compare");
    }
  }

  private static Answer answer(Run run) {
    return Answer.of(Summarizer.summarize(run)).orElseThrow();
  }
}
