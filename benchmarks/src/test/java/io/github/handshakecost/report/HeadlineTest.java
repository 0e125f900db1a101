package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.WarmUpCurve;
import io.github.handshakecost.stats.Summarizer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadlineTest {
  private static final List<Cell> CELLS = SampleRuns.headline();

  @Test
  void sentenceStandsByItself() {
    assertThat(sentence(SampleRuns.of(CELLS, 5)))
        .startsWith(
            "On loopback (rtt 0ms, placement same-core) a new connection with a full TLS 1.3")
        .containsPattern("costs 1,5[0-9]0 µs \\[1,[0-9]+, 1,[0-9]+\\] over a reused one")
        .containsPattern("takes 1[01][0-9] times \\[[0-9.]+, [0-9.]+\\] the time of a pooled one")
        .endsWith("(httpclient5, JDK 17.0.15; commit abc1234).");
  }

  @Test
  void newestProtocolIsHeadlinedWhateverTheOrder() {
    final List<Cell> plainFirst = List.of(CELLS.get(4), CELLS.get(5), CELLS.get(0), CELLS.get(2));

    assertThat(sentence(SampleRuns.of(plainFirst, 3))).contains("with a full TLS 1.3 handshake");
  }

  @Test
  void plainHttpSpeaksOfNoHandshake() {
    assertThat(sentence(SampleRuns.of(CELLS.subList(4, 6), 3)))
        .contains("a new connection costs 13")
        .doesNotContain("handshake", "new client");
  }

  @Test
  void withoutFullRungOnlyTheRatioIsSaid() {
    assertThat(sentence(SampleRuns.of(List.of(CELLS.get(0), CELLS.get(3)), 3)))
        .startsWith("On loopback (rtt 0ms, placement same-core) a new client for each request");
  }

  @Test
  void loneRungGivesNoSentence() {
    assertThat(sentence(SampleRuns.of(CELLS.subList(0, 1), 3)))
        .startsWith("There is no sentence to quote");
  }

  @Test
  void forkThatWasStillWarmingUpMarksTheSentence() {
    final Run unsettled =
        SampleRuns.mapForks(
            SampleRuns.of(CELLS, 5),
            fork -> {
              final ForkMeasurement old = fork.measurement();
              return SampleForks.withMeasurement(
                  fork,
                  new ForkMeasurement(
                      new WarmUpCurve(0.5, List.of(9.0), List.of(8.0), 10, false),
                      old.iterations(),
                      old.latency(),
                      old.facts(),
                      old.warnings(),
                      old.link()));
            });

    assertThat(sentence(unsettled)).startsWith("Not settled: On loopback");
    assertThat(Marks.of(Summarizer.summarize(unsettled)).toString())
        .contains("UNSETTLED: 30 of 30 forks");
  }

  @Test
  void effectThatTheIntervalDoesNotExcludeIsNotClaimed() {
    assertThat(sentence(SampleChanges.alike(SampleRuns.of(CELLS.subList(0, 4), 5))))
        .containsPattern("costs over a reused one cannot be told from nothing \\(~ \\[-.*\\] µs\\)")
        .containsPattern("takes as long as a pooled one, .* \\(~ times \\[0.9.*, 1.0.*\\]\\)")
        .doesNotContainPattern("(costs|takes) [0-9-]");
  }

  @Test
  void distanceIsSaid() {
    final List<Cell> far = CELLS.stream().map(cell -> cell.with("rtt", "20ms")).toList();

    assertThat(sentence(SampleRuns.of(far, 3)))
        .startsWith("Over a delay line (rtt 20ms, placement same-core)");
  }

  @Test
  void oneRoundIsSaidToHaveNoInterval() {
    assertThat(sentence(SampleRuns.of(CELLS, 1)))
        .startsWith("Inconclusive: On loopback")
        .contains("µs (one round, no interval) over", "times (one round, no interval) the time");
  }

  @Test
  void killedRunIsMarked() {
    final Run run = SampleRuns.of(CELLS, 3);

    assertThat(sentence(SampleRuns.with(run, run.manifest().ended(RunManifest.End.RUNNING, null))))
        .startsWith("Incomplete: On loopback");
  }

  @Test
  void failedRunIsNotQuoted() {
    final Run run = SampleRuns.of(CELLS, 3);

    assertThat(
            sentence(SampleRuns.with(run, run.manifest().ended(RunManifest.End.FAILED, "a 500"))))
        .isEqualTo("The run failed: nothing of it may be quoted.");
  }

  private static String sentence(Run run) {
    return new Headline(run, Summarizer.summarize(run)).sentence();
  }
}
