package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.Effort;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Plans;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be continued, and what becomes of it. */
final class ResumptionTest {
  private static final Effort EFFORT = Plans.QUICK.plan().effort().withRounds(2);
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final RunManifest KILLED = manifest("quick", End.RUNNING, "abc1234def", false);
  private static final BuildCommit SAME = new BuildCommit("abc1234def", false);

  @TempDir private Path temporary;
  private final StringWriter err = new StringWriter();

  @Test
  void killedRunIsCompletedAndSaysThatItWasContinued() throws Exception {
    final RunDirectory directory = saved(KILLED, 5);
    Files.writeString(directory.path().resolve("forks/.round-001-x.json.tmp"), "{\"half");
    final List<ForkRecord> before = directory.load().forks();

    final Run run = resume(directory, (round, cell) -> SampleForks.fork(cell, round));

    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.manifest().sentence()).isNull();
    assertThat(run.manifest().startedAt()).isEqualTo(KILLED.startedAt());
    assertThat(run.manifest().warnings())
        .contains(new Warning("new", "remedy"))
        .anySatisfy(
            warning ->
                assertThat(warning.cause())
                    .isEqualTo("the run was continued at 2026-01-01T00:00:00Z, after 5 forks"));
    assertThat(run.forks()).hasSize(12).containsAll(before);
    assertThat(directory.path().resolve("summary.json"))
        .content()
        .contains("\"complete\" : true", "the run was continued at");
    assertThat(directory.path().resolve("forks")).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void planIsHadAgainFromTheManifest() {
    saved(KILLED, 5);

    assertThat(Resumption.of(path()).plan()).isEqualTo(new Plan("quick", CELLS, EFFORT, 42));
  }

  @Test
  void completeRunIsRefused() {
    saved(manifest("quick", End.COMPLETE, "abc1234def", false), 12);

    refused("is complete: there is nothing to continue");
  }

  @Test
  void completeRunThatLacksForksIsNotFilledUp() {
    saved(manifest("quick", End.COMPLETE, "abc1234def", false), 11);

    refused("came to its end, but 11 of its 12 forks are there; let it have the forks that it");
  }

  @Test
  void interruptedRunFromWhichForksWereTakenIsNotFilledUp() {
    saved(KILLED.ended(End.INTERRUPTED, "Ctrl-C").after(5), 4);

    refused("had 5 finished forks when it ended, and 4 are there: put the others back");
  }

  @Test
  void failedRunIsRefused() {
    saved(KILLED.ended(End.FAILED, "expected 1, found 2"), 3);

    refused("has failed (expected 1, found 2), and a failed run is not continued");
  }

  @Test
  void runThatDoesNotTellItsEffortIsRefused() {
    saved(SampleRuns.manifest(CELLS).ended(End.INTERRUPTED, null), 3);

    refused(path() + " was saved before runs could be continued", "measure anew");
  }

  @Test
  void partOfASelfTestIsRefused() {
    saved(manifest("self-test", End.INTERRUPTED, "abc1234def", false), 3);

    refused("is a part of a self-test", "run --self-test anew");
  }

  @Test
  void otherCodeIsRefused() {
    saved(KILLED, 3);
    final Resumption resumption = Resumption.of(path());

    resumption.requireCode(SAME);
    cannot(
        () -> resumption.requireCode(new BuildCommit("fff", false)),
        "was begun by commit abc1234def, and this is commit fff");
    cannot(
        () -> resumption.requireCode(new BuildCommit("abc1234def", true)),
        "it had changes that commit abc1234 does not hold");
  }

  @Test
  void codeThatNobodyKnowsIsRefused() {
    saved(manifest("quick", End.RUNNING, "unknown", false), 3);

    cannot(
        () -> Resumption.of(path()).requireCode(new BuildCommit("unknown", false)),
        "the build did not know its commit");
  }

  @Test
  void dirtyRunIsRefused() {
    saved(manifest("quick", End.RUNNING, "abc1234def", true), 3);

    cannot(() -> Resumption.of(path()).requireCode(SAME), "it had changes that commit");
  }

  @Test
  void otherEnvironmentIsRefusedByItsFirstDifference() {
    final Run run = saved(KILLED, 3).load();
    final Resumption resumption = Resumption.of(path());
    final Map<String, Object> other = new LinkedHashMap<>(run.environment());
    other.put("jdk", Map.of("version", "21.0.1"));

    resumption.requireEnvironment(run.environment());
    cannot(
        () -> resumption.requireEnvironment(other),
        "was begun where jdk.version was 17.0.15, and here it is 21.0.1");
  }

  @Test
  void environmentThatWasNotSavedIsNoneToMatchUnlessThereAreForks() {
    final RunDirectory directory = RunDirectory.create(path());
    directory.save(KILLED);
    Resumption.of(path()).requireEnvironment(Map.of("jdk", "17"));

    directory.save(SampleForks.fork(CELLS.get(0), 1));
    cannot(
        () -> Resumption.of(path()).requireEnvironment(Map.of("jdk", "17")),
        "jdk was absent, and here it is 17");
  }

  @Test
  void forkThatRanOtherwiseIsRefusedAndTheRunStaysAsItWas() {
    final RunDirectory directory = saved(KILLED, 3);

    assertThatThrownBy(
            () ->
                resume(
                    directory,
                    (round, cell) ->
                        SampleForks.withJvmArgs(SampleForks.fork(cell, round), List.of("-Xmx1g"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("have jvmArgs [-Xmx256m], a new one has [-Xmx1g]");

    assertThat(directory.load().manifest()).isEqualTo(KILLED);
    assertThat(directory.load().forks()).hasSize(3);
    assertThat(err.toString()).contains("was not continued").doesNotContain("has failed");
  }

  @Test
  void runThatFailsAfterItWasContinuedIsMarkedFailed() {
    final RunDirectory directory = saved(KILLED, 3);

    assertThatThrownBy(
            () ->
                resume(
                    directory,
                    (round, cell) -> {
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
    new Measurement(resumption.plan(), List.of(recording), new PrintWriter(err, true)).run();
    return directory.load();
  }

  private void refused(String... words) {
    assertThatThrownBy(() -> Resumption.of(path()))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(words);
  }

  private static void cannot(ThrowingCallable action, String words) {
    assertThatThrownBy(action)
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("measure anew");
  }

  private RunDirectory saved(RunManifest manifest, int forks) {
    final Run whole = SampleRuns.of(CELLS, 2);
    return SavedRuns.save(
        new Run(whole.name(), manifest, whole.forks().subList(0, forks), whole.environment()),
        path());
  }

  private Path path() {
    return temporary.resolve("run");
  }

  private static RunManifest manifest(String plan, End end, String commit, boolean dirty) {
    final RunManifest sample = SampleRuns.manifest(CELLS);
    return new RunManifest(
        sample.schema(),
        plan,
        CELLS,
        sample.seed(),
        sample.precision(),
        sample.timeBudgetSeconds(),
        commit,
        dirty,
        sample.startedAt(),
        List.of(),
        end,
        null,
        EFFORT.saved(),
        null,
        null);
  }
}
