package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.report.Terminal;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.BlockListener;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.Forks;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.GroupFork;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Plans;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTest {
  private static final Terminal PLAIN = new Terminal(80, false, false);
  private static final Plan PLAN =
      Plans.QUICK.plan().withEffort(Plans.QUICK.plan().effort().withRounds(2));
  private static final Cell FAILING = PLAN.cells().get(2);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path temporary;
  private final List<String> reports = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @Test
  void aCompleteRunSaysSoAndPrintsItsReport() {
    final Run run = measure((round, group, blocks) -> GroupForks.of(round, group));
    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.manifest().warnings()).contains(new Warning("cause", "remedy"));
    assertThat(run.forks()).hasSize(8);
    assertThat(reports).singleElement().asString().contains("pooled", "cause");
  }

  @Test
  void aCellWhosePremiseBreaksIsWithdrawnAndTheOthersAreReported() {
    final Run run = measure(MeasurementTest::breakInTheSecondRound);

    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.manifest().sentence()).isNull();
    assertThat(run.manifest().cells()).hasSize(3).doesNotContain(FAILING);
    assertThat(run.manifest().warnings())
        .anySatisfy(
            warning ->
                assertThat(warning.cause())
                    .isEqualTo(
                        FAILING.label()
                            + " was withdrawn, because its premise broke: expected 1, found 2"));
    assertThat(run.forks()).hasSize(6).noneMatch(fork -> fork.cell().equals(FAILING));
    assertThat(path().resolve("withdrawn")).isNotEmptyDirectory();
    assertThat(path().resolve("report.md")).content().contains("expected 1, found 2");
    assertThat(reports).singleElement().asString().contains("pooled", "expected 1, found 2");
    assertThat(err.toString()).contains("withdrawn: expected 1, found 2");
  }

  @Test
  void aRunOfWhichNoCellIsLeftIsMarkedFailed() {
    assertThatThrownBy(
            () ->
                measure(
                    (round, group, blocks) -> {
                      final Map<Cell, String> broken = new LinkedHashMap<>();
                      group.cells().forEach(cell -> broken.put(cell, cell.label() + ": it broke"));
                      return new GroupFork(List.of(), broken);
                    }))
        .isInstanceOf(ForkFailedException.class);

    final Run run = RunDirectory.open(path()).load();
    assertThat(run.manifest().end()).isEqualTo(End.FAILED);
    assertThat(run.manifest().sentence()).endsWith(": it broke");
    assertThat(run.forks()).isEmpty();
    assertThat(path().resolve("report.md")).content().contains("it broke");
    assertThat(reports).isEmpty();
  }

  @Test
  void aForkThatDoesNotComeToItsEndMarksTheRunFailed() {
    assertThatThrownBy(
            () ->
                measure(
                    (round, group, blocks) -> {
                      if (round == 2) {
                        throw new ForkFailedException("expected a finished fork, found none");
                      }
                      return GroupForks.of(round, group);
                    }))
        .isInstanceOf(ForkFailedException.class);

    final Run run = RunDirectory.open(path()).load();
    assertThat(run.manifest().end()).isEqualTo(End.FAILED);
    assertThat(run.manifest().sentence()).isEqualTo("expected a finished fork, found none");
    assertThat(run.forks()).hasSize(4);
    assertThat(path().resolve("withdrawn")).doesNotExist();
    assertThat(reports).isEmpty();
  }

  private static GroupFork breakInTheSecondRound(int round, Group group, BlockListener blocks) {
    return round == 2 && group.cells().contains(FAILING)
        ? GroupForks.broken(round, group, FAILING, "expected 1, found 2")
        : GroupForks.of(round, group);
  }

  @Test
  void aDefectOfTheProgramMarksTheRunFailedToo() {
    assertThatThrownBy(
            () ->
                measure(
                    (round, group, blocks) -> {
                      throw new IllegalStateException("a defect");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(RunDirectory.open(temporary.resolve("run")).load().manifest().end())
        .isEqualTo(End.FAILED);
  }

  @Test
  void aRunThatCannotBeTidiedUpIsMarkedFailedAllTheSame() throws IOException {
    final RunDirectory directory = RunDirectory.create(temporary.resolve("run"));
    Files.writeString(directory.path().resolve("withdrawn"), "in the way");
    final Recording recording =
        Recording.of(
            PLAN, List.of(), directory, MeasurementTest::breakInTheSecondRound, CLOCK, List.of());
    assertThatThrownBy(
            () -> new Measurement(PLAN, recording, new PrintWriter(err, true), PLAIN).run())
        .isInstanceOf(ForkFailedException.class);
    final Run run = directory.load();
    assertThat(run.manifest().end()).isEqualTo(End.FAILED);
    assertThat(run.forks()).anyMatch(fork -> fork.cell().equals(FAILING));
  }

  /** As if the program were killed before it could save the environment of its forks. */
  @Test
  void aRunIsCompleteOnlyWithItsEnvironment() {
    final Path environment = temporary.resolve("run").resolve("environment.json");

    assertThatThrownBy(
            () ->
                measure(
                    (round, group, blocks) -> {
                      putInTheWay(environment);
                      return GroupForks.of(round, group);
                    }))
        .isInstanceOf(UnreadableRunException.class)
        .hasMessageContaining(environment.toString());
    assertThat(temporary.resolve("run").resolve("run.json")).content().contains("RUNNING");
  }

  private static void putInTheWay(Path file) {
    try {
      if (Files.isRegularFile(file)) {
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aBuildThatDoesNotKnowItsCommitIsWarnedOf() {
    assertThat(warnings(new BuildCommit("unknown", false)))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.cause()).contains("did not know its commit");
              assertThat(warning.remedy()).contains("build from a clone");
            });
    assertThat(warnings(new BuildCommit("abc1234def", false))).isEmpty();
  }

  private List<Warning> warnings(BuildCommit build) {
    final RunDirectory directory = RunDirectory.create(temporary.resolve("run"));
    return Recording.of(
            PLAN,
            List.of(),
            directory,
            (round, group, blocks) -> GroupForks.of(round, group),
            CLOCK,
            List.of(),
            build)
        .manifest()
        .warnings();
  }

  private Path path() {
    return temporary.resolve("run");
  }

  private Run measure(Forks forks) {
    final RunDirectory directory = RunDirectory.create(temporary.resolve("run"));
    final Recording recording =
        Recording.of(
            PLAN, List.of(), directory, forks, CLOCK, List.of(new Warning("cause", "remedy")));
    reports.add(new Measurement(PLAN, recording, new PrintWriter(err, true), PLAIN).run().full());
    return directory.load();
  }
}
