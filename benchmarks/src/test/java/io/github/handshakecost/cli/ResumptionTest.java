package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.Terminal;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.GroupFork;
import io.github.handshakecost.run.Plan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be continued, and what becomes of it. */
final class ResumptionTest {
  private static final Terminal PLAIN = new Terminal(80, false, false);
  @TempDir private Path temporary;
  private final StringWriter err = new StringWriter();

  @Test
  void killedRunIsCompletedAndSaysThatItWasContinued() throws Exception {
    final RunDirectory directory = saved(StoppedRuns.KILLED, 8);
    Files.writeString(directory.path().resolve("forks/.round-001-x.json.tmp"), "{\"half");
    final List<ForkRecord> before = directory.load().forks();

    final Run run = resume(directory, (round, group, blocks) -> GroupForks.of(round, group));

    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.manifest().sentence()).isNull();
    assertThat(run.manifest().startedAt()).isEqualTo(StoppedRuns.KILLED.startedAt());
    assertThat(run.manifest().warnings())
        .contains(new Warning("new", "remedy"))
        .anySatisfy(
            warning ->
                assertThat(warning.cause())
                    .isEqualTo("the run was continued at 2026-01-01T00:00:00Z, after 6 forks"));
    assertThat(run.forks()).hasSize(12).containsAll(before);
    assertThat(directory.path().resolve("summary.json"))
        .content()
        .contains("\"complete\" : true", "the run was continued at");
    assertThat(directory.path().resolve("forks")).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void planIsHadAgainFromTheManifest() {
    saved(StoppedRuns.KILLED, 5);

    assertThat(Resumption.of(path()).plan())
        .isEqualTo(new Plan("quick", StoppedRuns.CELLS, StoppedRuns.EFFORT, 42));
  }

  @Test
  void completeRunIsRefused() {
    saved(StoppedRuns.KILLED.ended(End.COMPLETE, null), 12);

    refused("is already complete; print it with report");
  }

  @Test
  void completeRunThatLacksForksIsNotFilledUp() {
    saved(StoppedRuns.KILLED.ended(End.COMPLETE, null), 11);

    refused("is already complete, and 11 of its 12 forks are there; print it");
  }

  @Test
  void interruptedRunFromWhichForksWereTakenIsNotFilledUp() {
    saved(StoppedRuns.KILLED.ended(End.INTERRUPTED, "Ctrl-C").after(5), 4);

    refused("was interrupted, and 4 of its 5 forks are there; restore the missing forks");
  }

  @Test
  void failedRunIsRefused() {
    saved(StoppedRuns.KILLED.ended(End.FAILED, "expected 1, found 2"), 3);

    refused("has failed (expected 1, found 2), and a failed run is not continued");
  }

  @Test
  void forkThatRanOtherwiseIsRefusedAndTheRunStaysAsItWas() {
    final RunDirectory directory = saved(StoppedRuns.KILLED, 6);

    assertThatThrownBy(
            () ->
                resume(
                    directory,
                    (round, group, blocks) ->
                        new GroupFork(
                            group.cells().stream()
                                .map(
                                    cell ->
                                        SampleForks.withJvmArgs(
                                            SampleForks.fork(cell, round), List.of("-Xmx1g")))
                                .toList(),
                            Map.of())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("have jvmArgs [-Xmx256m], a new one has [-Xmx1g]");

    assertThat(directory.load().manifest()).isEqualTo(StoppedRuns.KILLED);
    assertThat(directory.load().forks()).hasSize(6);
    assertThat(err.toString()).contains("was not continued").doesNotContain("has failed");
  }

  @Test
  void runThatFailsAfterItWasContinuedIsMarkedFailed() {
    final RunDirectory directory = saved(StoppedRuns.KILLED, 3);

    assertThatThrownBy(
            () ->
                resume(
                    directory,
                    (round, group, blocks) -> {
                      throw new IllegalStateException("a defect");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(directory.load().manifest().end()).isEqualTo(End.FAILED);
  }

  private Run resume(RunDirectory directory, Forks forks) {
    final Resumption resumption = Resumption.of(directory.path());
    final Recording recording =
        Recording.resumed(
            directory,
            resumption.found(),
            forks,
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            List.of(new Warning("new", "remedy")));
    new Measurement(resumption.plan(), recording, new PrintWriter(err, true), PLAIN).run();
    return directory.load();
  }

  private void refused(String... words) {
    assertThatThrownBy(() -> Resumption.of(path()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(words);
  }

  private RunDirectory saved(RunManifest manifest, int forks) {
    return StoppedRuns.save(manifest, forks, path());
  }

  private Path path() {
    return temporary.resolve("run");
  }
}
