package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.Forks.GroupFork;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that can be continued, and their results. */
final class ResumptionTest {
  @TempDir private Path temporary;
  private final StringWriter err = new StringWriter();

  @Test
  void killedRunIsCompletedWithAWarning() throws Exception {
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
                    .isEqualTo("the run was continued at 2026-01-01T00:00:00Z, after 1 fork"));
    assertThat(run.forks()).hasSize(12).containsAll(before);
    assertThat(directory.path().resolve("summary.json"))
        .content()
        .contains("\"complete\" : true", "the run was continued at");
    assertThat(directory.path().resolve("forks")).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void planIsReadFromTheManifest() {
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
  void completeRunWithMissingForksIsRefused() {
    saved(StoppedRuns.KILLED.ended(End.COMPLETE, null), 11);

    refused("is already complete, and 11 of its 12 measurements are there; print it");
  }

  @Test
  void interruptedRunWithMissingForksIsRefused() {
    saved(StoppedRuns.KILLED.ended(End.INTERRUPTED, "Ctrl-C").closed(SampleRuns.LATER, 5), 4);

    refused(
        "was interrupted, and 4 of its 5 measurements are there; restore the missing measurements");
  }

  @Test
  void failedRunIsRefused() {
    saved(StoppedRuns.KILLED.ended(End.FAILED, "expected 1, found 2"), 3);

    refused("has failed (expected 1, found 2), and a failed run cannot be continued");
  }

  @Test
  void forkWithAnotherJvmIsRefusedAndTheRunStaysUnchanged() {
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
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining(
            "have jvmArgs [-Dhandshakecost.warmUpMillis=4000], the new fork has [-Xmx1g]");

    assertThat(directory.load().manifest()).isEqualTo(StoppedRuns.KILLED);
    assertThat(directory.load().forks()).hasSize(6);
    assertThat(err.toString()).contains("was not continued").doesNotContain("has failed");
  }

  @Test
  void continuedRunThatFailsIsMarkedFailed() {
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

  @Test
  void jmhOptionsHaveToBeTheSame() {
    final List<String> begun = List.of("-prof gc", "-r 500ms");
    saved(SampleChanges.given(StoppedRuns.KILLED, begun), 3);
    final Resumption resumption = Resumption.of(path());

    resumption.requireJmhArguments(begun);
    assertThatThrownBy(() -> resumption.requireJmhArguments(List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "was started with JMH options [-prof gc, -r 500ms], and this command has []; continue"
                + " it with the same options, or measure again");
  }

  private Run resume(RunDirectory directory, Forks forks) {
    Measurements.resume(Resumption.of(directory.path()), forks, err, new Warning("new", "remedy"));
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
