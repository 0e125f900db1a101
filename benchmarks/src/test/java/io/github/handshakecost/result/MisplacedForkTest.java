package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fork counts once, and only in the run that measured it. */
final class MisplacedForkTest {
  private final Path run;
  private final Path fork;

  MisplacedForkTest(@TempDir Path temp) throws IOException {
    run = temp.resolve("run");
    SavedRuns.save(SampleRuns.of(SampleRuns.headline(), 1), run);
    try (Stream<Path> files = Files.list(run.resolve("forks"))) {
      fork = files.sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void forkOfACellThatIsNotOfTheRunIsRefused() throws IOException {
    replaceAll("\"policy\":\"[^\"]*\"", "\"policy\":\"of-another-run\"");

    assertRefused()
        .hasMessageContainingAll(
            fork.toString(),
            "measures request policy=of-another-run protocol=",
            "no cell of this run",
            "move it back");
  }

  @Test
  void forkOfAnotherRoundThanItsNameIsRefused() throws IOException {
    replaceAll("\"round\":1", "\"round\":2");

    assertRefused()
        .hasMessageContainingAll(
            fork.toString(), "holds round 2 of request policy=", "rename it to round-002-request_");
  }

  @Test
  void copiedForkIsNotCountedTwice() throws IOException {
    Files.copy(fork, fork.resolveSibling("round-001-zcopy.json"));

    assertRefused()
        .hasMessageContainingAll(
            "zcopy", "holds round 1 of", "rename it to " + fork.getFileName(), "or delete it");
  }

  @Test
  void forkOfAnEarlierRunOfThePlanMakesItIncomplete() throws IOException {
    replaceAll("\"startedAt\":\"[^\"]*\"", "\"startedAt\":\"2026-01-01T00:00:00Z\"");

    assertThat(RunDirectory.open(run).load().shortfall())
        .hasValue("1 of its 6 measurements began before it");
  }

  @Test
  void runWithoutAForkIsNotComplete() {
    final Run whole = SampleRuns.of(SampleRuns.headline(), 3);

    assertThat(SampleRuns.onlyForks(whole, fork -> false).shortfall())
        .hasValue("0 of its 6 measurements are there");
  }

  /** A distance whose link was off is left out of a round, and was not there when the run ended. */
  @Test
  void forksThatTheRunDidNotHaveAtItsEndAreNotMissed() {
    final Run whole = SampleRuns.of(SampleRuns.headline(), 3);
    final Run two = SampleRuns.onlyForks(whole, fork -> fork.round() < 3);

    assertThat(SampleRuns.with(two, two.manifest().withForkCount(18)).shortfall())
        .hasValue("12 of its 18 measurements are there");
    assertThat(SampleRuns.with(two, two.manifest().withForkCount(12)).complete()).isTrue();
  }

  @Test
  void clockThatWasSetBackMakesNoForkForeign() throws IOException {
    replaceAll("\"startedAt\":\"[^\"]*\"", "\"startedAt\":\"2026-01-02T02:10:00Z\"");

    assertThat(RunDirectory.open(run).load().complete()).isTrue();
  }

  @Test
  void countsThatBreakThePolicyAreRefused() throws IOException {
    replaceAll("\"handshakesFull\":\\d+", "\"handshakesFull\":7");

    assertRefused()
        .hasMessageContainingAll(
            fork.toString(),
            "breaks policy new-client over tls1.3: expected 1000 handshakes",
            "found 7");
  }

  private void replaceAll(String pattern, String by) throws IOException {
    final String text = Files.readString(fork);
    assertThat(text).containsPattern(pattern);
    Files.writeString(fork, text.replaceAll(pattern, by));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
    return assertThatThrownBy(() -> RunDirectory.open(run).load())
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageNotContaining("\n");
  }
}
