package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Somebody renamed the copy, so that its name fits its content. */
  @Test
  void copyAsAnotherRoundIsRefused() throws IOException {
    final Path copy = fork.resolveSibling(name().replace("round-001", "round-002"));
    Files.copy(fork, copy);
    Files.writeString(copy, Files.readString(copy).replace("\"round\":1", "\"round\":2"));

    assertRefused()
        .hasMessageContainingAll(
            copy.toString(), "began at 2026-01-02T03:05:01Z, like " + name(), "delete the copy");
  }

  /** A new JVM that sends a thousand pooled requests ends within a second. */
  @Test
  void twoRoundsMayBeginInTheSameSecond() throws IOException {
    final Path next = fork.resolveSibling(name().replace("round-001", "round-002"));
    Files.writeString(
        next,
        Files.readString(fork)
            .replace("\"round\":1", "\"round\":2")
            .replaceFirst("\"clientCpu\":[0-9.]+", "\"clientCpu\":7.5"));

    assertThatCode(() -> RunDirectory.open(run).load()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"run\":\"sample\" | \"run\":\"other\" | belongs to run other (plan quick, commit abc1234)",
        "\"commit\":\"abc1234 | \"commit\":\"def5678 | (plan quick, commit def5678)",
        "\"plan\":\"quick\" | \"plan\":\"default\" | (plan default, commit abc1234)",
        "\"origin\":\\{[^}]*\\}, | '' | belongs to no known run",
        "\"startedAt\":\"2026-01-02 | \"startedAt\":\"2026-01-01 | began at 2026-01-01",
        "\"mode\":\"avgt\" | \"mode\":\"thrpt\" | has mode thrpt, and its run plans avgt",
        "\"threads\":1 | \"threads\":4 | has threads 4, and its run plans 1",
        "\"facts\":\\{ | \"facts\":{\"tls.protocol\":\"TLSv1.2\", | has TLS version TLSv1.2, and its run plans TLSv1.3",
      })
  void forkOfAnotherRunIsRefused(String pattern, String by, String words) throws IOException {
    replaceAll(pattern, by);

    assertRefused()
        .hasMessageContainingAll(
            fork.toString(), words, "move it back to the run that measured it");
  }

  @Test
  void requestOfANewJvmIsTimedOnce(@TempDir Path temp) throws IOException {
    final Path cold = temp.resolve("cold");
    SavedRuns.save(SampleRuns.cold(1), cold);
    assertThat(RunDirectory.open(cold).load().forks())
        .hasSize(10)
        .allMatch(saved -> saved.measurement().cold() != null)
        .allMatch(saved -> saved.measurement().warmUp() == null);

    final Path averaged =
        cold.resolve("forks")
            .resolve(RunDirectory.forkName(1, SampleRuns.cold(1).manifest().cells().get(0)));
    Files.writeString(
        averaged, Files.readString(averaged).replace("\"mode\":\"ss\"", "\"mode\":\"avgt\""));
    assertThatThrownBy(() -> RunDirectory.open(cold).load())
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContaining("has mode avgt, and its run plans ss");
  }

  /** Such as a fork that a copy of this run measured when it was continued. */
  @Test
  void forkThatBeganAfterTheRunEndedIsRefused() {
    final RunDirectory directory = RunDirectory.open(run);
    directory.save(SampleRuns.manifest(SampleRuns.headline()).closed("2026-01-02T03:05:00Z", null));

    assertRefused()
        .hasMessageContaining(
            "began at 2026-01-02T03:05:01Z, and the run lasted from 2026-01-02T03:04:05Z to 2026-01-02T03:05:00Z");
  }

  @Test
  void forkWithFewerBlocksThanThePlanIsRefused() throws IOException {
    replaceAll("\\{\"mean\":(?:(?!\\{\"mean\").)*,(?=\\{\"mean\")", "");

    assertRefused().hasMessageContaining("has blocks 1, and its run plans 6");
  }

  @Test
  void forkWithOtherFlagsThanTheOthersIsRefused() throws IOException {
    replaceAll("\"jvmArgs\":\\[", "\"jvmArgs\":[\"-Xint\",");

    assertRefused().hasMessageContaining("has JVM flags [");
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

    assertThat(SampleRuns.with(two, two.manifest().closed(SampleRuns.LATER, 18)).shortfall())
        .hasValue("12 of its 18 measurements are there");
    assertThat(SampleRuns.with(two, two.manifest().closed(SampleRuns.LATER, 12)).complete())
        .isTrue();
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

  private String name() {
    return fork.getFileName().toString();
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
