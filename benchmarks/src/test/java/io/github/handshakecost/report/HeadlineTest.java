package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Summarizer;
import java.util.ArrayList;
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
  void ladderWithoutAClaimIsPassedOver() {
    assertThat(sentence(SampleRuns.of(CELLS.subList(1, 6), 3)))
        .contains("a new connection costs 13")
        .doesNotContain("handshake", "no sentence");
    assertThat(
            sentence(
                SampleRuns.of(
                    List.of(secure("pooled", "raw-socket"), CELLS.get(0), CELLS.get(2)), 3)))
        .contains("a new connection with a full TLS 1.3", "(httpclient5, JDK");
  }

  @Test
  void resumedHandshakeIsClaimedWhereNoFullOneIs() {
    assertThat(sentence(SampleRuns.of(CELLS.subList(0, 2), 3)))
        .containsPattern("a new connection with a resumed TLS 1.3 handshake costs 83[0-9] µs \\[");
    assertThat(sentence(SampleRuns.of(CELLS.subList(0, 3), 3)))
        .contains("a full TLS 1.3 handshake")
        .doesNotContain("resumed");
  }

  @Test
  void sharedContextIsClaimedWhereNoOtherNewClientIs() {
    assertThat(
            sentence(
                SampleRuns.of(
                    List.of(CELLS.get(0), secure("new-client-shared-context", "httpclient5")), 3)))
        .containsPattern(
            "a new client with a shared TLS context for each request over TLS 1.3 takes 6.[0-9]+ times \\[");
  }

  @Test
  void loopAloneIsClaimedByItsRatio() {
    final List<Cell> loops =
        SampleRuns.at(
            List.of(
                SampleRuns.cell("yearly-records", "pooled", "tls1.3"),
                SampleRuns.cell("yearly-records", "new-client", "tls1.3")),
            "20ms",
            "80ms");

    assertThat(sentence(SampleRuns.of(loops, 3)))
        .startsWith(
            "Over a delay line (rtt 20ms, placement same-core) a yearly-records loop with a new client for each request over TLS 1.3 takes 3.1")
        .containsPattern(
            "\\] the time of a pooled one; at rtt 80ms 3.0[0-9] times \\[[0-9., ]+\\] \\(httpclient5");
  }

  @Test
  void otherRungsOfLoopsAreNamedByWhatTheyOpen() {
    final Cell pooled = SampleRuns.cell("yearly-records", "pooled", "http");

    assertThat(
            sentence(
                SampleRuns.of(List.of(pooled, pooled.with("policy", "new-connection-full")), 3)))
        .contains("a yearly-records loop with a new connection for each request over HTTP takes 8");
  }

  @Test
  void ratioAtAnotherDistanceSaysWhatItIsOf() {
    final List<Cell> cells = new ArrayList<>(CELLS.subList(0, 3));
    cells.addAll(SampleRuns.at(List.of(CELLS.get(0), CELLS.get(3)), "20ms", "50ms"));

    assertThat(sentence(SampleRuns.of(cells, 3)))
        .containsPattern(
            "over a reused one \\(CPU: [^)]+\\); at rtt 20ms a new client for each request takes 3.[0-9]+ times \\[[0-9., ]+\\] the time of a pooled one; at rtt 50ms 3.[0-9]+ times \\[");
  }

  @Test
  void ratioOfThisPlaceStandsBeforeThoseOfOthers() {
    final List<Cell> cells = SampleRuns.at(CELLS.subList(0, 4), "0ms", "20ms");

    assertThat(sentence(SampleRuns.of(cells, 3)))
        .containsPattern(
            "; a new client for each request takes 1[01][0-9] times \\[[0-9., ]+\\] the time of a pooled one; at rtt 20ms 3.[0-9]+ times \\[");
  }

  @Test
  void withoutAClaimTheTrueReasonIsSaid() {
    final Run apart = SampleRuns.of(List.of(CELLS.get(0), CELLS.get(3)), 2);

    assertThat(sentence(SampleRuns.of(CELLS.subList(0, 1), 3)))
        .isEqualTo(
            "There is no sentence to quote: only pooled cells were measured, and there is nothing to compare them with.");
    assertThat(sentence(SampleRuns.of(CELLS.subList(1, 4), 3)))
        .isEqualTo(
            "There is no sentence to quote: no pooled cell was measured, which is the baseline.");
    assertThat(sentence(SampleRuns.of(List.of(CELLS.get(0), CELLS.get(5)), 3)))
        .isEqualTo(
            "There is no sentence to quote: no cell shares its place and a round with a pooled one.");
    assertThat(
            sentence(
                new Run(
                    apart.name(),
                    apart.manifest(),
                    apart.forks().stream()
                        .filter(fork -> fork.cell().equals(CELLS.get(0)) == (fork.round() == 1))
                        .toList(),
                    apart.environment())))
        .endsWith("no cell shares its place and a round with a pooled one.");
    assertThat(sentence(new Run(apart.name(), apart.manifest(), List.of(), apart.environment())))
        .isEqualTo("There is no sentence to quote: nothing was measured.");
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
    assertThat(Warnings.marks(Summarizer.summarize(unsettled)).toString())
        .contains("UNSETTLED: 30 of 30 measurements");
  }

  @Test
  void effectThatTheIntervalDoesNotExcludeIsNotClaimed() {
    assertThat(sentence(SampleChanges.alike(SampleRuns.of(CELLS.subList(0, 4), 5))))
        .containsPattern("over a reused one is not known \\(~ \\[-.*\\] µs\\)")
        .containsPattern(
            "shows no difference in time from a pooled one \\(~ \\[0.9.*, 1.0.*\\] times\\)")
        .doesNotContainPattern("(costs|takes) [0-9-]");
  }

  @Test
  void distanceIsSaid() {
    final List<Cell> far = CELLS.stream().map(cell -> cell.with("rtt", "20ms")).toList();

    assertThat(sentence(SampleRuns.of(far, 3)))
        .startsWith("Over a delay line (rtt 20ms, placement same-core)");
  }

  @Test
  void tooFewRoundsAreSaidToHaveNoInterval() {
    assertThat(sentence(SampleRuns.of(CELLS, 2)))
        .startsWith("Undecided: On loopback")
        .contains("µs (too few rounds) over", "times (too few rounds) the time");
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

  private static Cell secure(String policy, String client) {
    return SampleRuns.cell("request", policy, "tls1.3").with("client", client);
  }

  private static String sentence(Run run) {
    return new Headline(NamedRun.of(run)).sentence();
  }
}
