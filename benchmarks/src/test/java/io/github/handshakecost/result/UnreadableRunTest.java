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

final class UnreadableRunTest {
  private final Path temp;
  private final Path run;
  private final Path fork;

  UnreadableRunTest(@TempDir Path temp) throws IOException {
    this.temp = temp;
    run = temp.resolve("run");
    SavedRuns.save(SampleRuns.of(SampleRuns.headline(), 1), run);
    try (Stream<Path> files = Files.list(run.resolve("forks"))) {
      fork = files.sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void directoryWithoutManifestIsNoRun() {
    assertThatThrownBy(() -> RunDirectory.open(temp))
        .isInstanceOf(UnreadableRunException.class)
        .hasMessage(
            temp + " is no run directory: it holds no run.json; name one that run has written");
  }

  @Test
  void truncatedForkIsNamedWithPlace() throws IOException {
    final String text = Files.readString(fork);
    Files.writeString(fork, text.substring(0, text.length() / 2));

    assertRefused().hasMessageContainingAll(fork.toString(), "line 1, column", "restore");
  }

  @Test
  void emptyForkIsRefused() throws IOException {
    Files.writeString(fork, "");

    assertRefused().hasMessageContainingAll(fork.toString(), "is empty");
  }

  @Test
  void binaryForkIsRefused() throws IOException {
    Files.write(fork, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertRefused().hasMessageContainingAll(fork.toString(), "is not UTF-8 text");
  }

  @Test
  void foreignJsonIsRefused() throws IOException {
    Files.writeString(fork, "{\"name\": \"something else\"}");
    assertRefused()
        .hasMessageContaining("has schema \"\"")
        .hasMessageEndingWith("; restore that file, or leave it out");

    Files.writeString(fork, "[1, 2]");
    assertRefused()
        .hasMessageContaining("holds no JSON object")
        .hasMessageEndingWith("; restore that file, or leave it out");
  }

  @Test
  void newerSchemaAsksForTheVersionThatWroteIt() throws IOException {
    replace("handshake-cost/fork/2", "handshake-cost/fork/3");

    assertRefused()
        .hasMessageContainingAll(
            "handshake-cost/fork/3", "handshake-cost/fork/2", "version that wrote it");
  }

  @Test
  void missingFieldIsNotReadAsZero() throws IOException {
    replace("\"round\":1,", "");
    assertRefused().hasMessageContainingAll(fork.toString(), "round");

    replace("{\"schema\"", "{\"round\":1,\"schema\"");
    replace("\"handshakesResumed\":0,", "");
    assertRefused().hasMessageContainingAll("does not fit", "handshakesResumed");
  }

  @Test
  void nullIsNotReadAsText() throws IOException {
    replace("\"benchmark\":\"request\"", "\"benchmark\":null");

    assertRefused().hasMessageContainingAll("does not fit", "benchmark");
  }

  @Test
  void textIsNotReadAsNumber() throws IOException {
    replaceAll("\\{\"mean\":[0-9.]+", "{\"mean\":\"fast\"");

    assertRefused().hasMessageContainingAll("does not fit", "iterations", "mean");
  }

  @Test
  void emptyTextIsNotReadAsZero() throws IOException {
    replace("\"handshakesResumed\":0", "\"handshakesResumed\":\"\"");

    assertRefused().hasMessageContainingAll("does not fit", "handshakesResumed");
  }

  @Test
  void duplicateFieldIsRefused() throws IOException {
    replace("\"round\":1", "\"round\":2,\"round\":1");

    assertRefused().hasMessageContainingAll(fork.toString(), "is not valid JSON at line 1, column");
  }

  @Test
  void iterationWithoutTimeIsRefused() throws IOException {
    replaceAll("\\{\"mean\":[0-9.]+", "{\"mean\":0.0");

    assertRefused().hasMessageContaining("has an iteration without time");
  }

  @Test
  void forkWithoutIterationsIsRefused() throws IOException {
    replaceAll("\"iterations\":\\[.*?\\]", "\"iterations\":[]");

    assertRefused().hasMessageContaining("has no iteration");
  }

  @Test
  void cellWithoutNeededAxisIsRefused() throws IOException {
    replace("\"placement\":\"same-core\"}},", "\"other\":\"same-core\"}},");

    assertRefused().hasMessageContaining("measures a cell without placement");
  }

  @Test
  void textThatIsNoTimeIsRefused() throws IOException {
    replaceAll("\"startedAt\":\"[^\"]*\"", "\"startedAt\":\"yesterday\"");

    assertRefused().hasMessageContaining("holds the time \"yesterday\", which is no UTC time");
  }

  @Test
  void startOfTheRunMustBeATime() throws IOException {
    final Path manifest = run.resolve("run.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("2026-01-02T03:04:05Z", "yesterday"));

    assertRefused()
        .hasMessage(
            manifest + " holds the time \"yesterday\", which is no UTC time; restore that file");
  }

  @Test
  void missingPercentileIsRefused() throws IOException {
    replace("\"percentile\":99.0", "\"percentile\":98.0");

    assertRefused().hasMessageContaining("has no time at percentile 99");
  }

  @Test
  void firstOfSeveralBadFilesIsNamed() throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("forks"))) {
      for (final Path file : files.toList()) {
        Files.writeString(file, "{");
      }
    }

    assertRefused().hasMessageContaining(fork.toString());
  }

  @Test
  void unknownFieldOfSameSchemaIsIgnored() throws IOException {
    replace("\"round\":1", "\"round\":1,\"added\":{\"later\":true}");

    assertThat(RunDirectory.open(run).load().forks()).hasSize(SampleRuns.headline().size());
  }

  @Test
  void directoryInPlaceOfForkIsNamed() throws IOException {
    Files.delete(fork);
    Files.createDirectory(fork);

    assertRefused().hasMessageContainingAll(fork.toString(), "cannot be read", "may read");
  }

  @Test
  void unfinishedFileIsIgnored() throws IOException {
    Files.writeString(run.resolve("forks/.round-002-request.json.tmp"), "{\"schema\"");

    assertThat(RunDirectory.open(run).load().forks()).hasSize(SampleRuns.headline().size());
  }

  private void replaceAll(String pattern, String by) throws IOException {
    final String text = Files.readString(fork);
    assertThat(text).containsPattern(pattern);
    Files.writeString(fork, text.replaceAll(pattern, by));
  }

  private void replace(String what, String by) throws IOException {
    final String text = Files.readString(fork);
    assertThat(text).contains(what);
    Files.writeString(fork, text.replace(what, by));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
    return assertThatThrownBy(() -> RunDirectory.open(run).load())
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageNotContaining("\n");
  }
}
