package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.Forks.BlockListener;
import io.github.handshakecost.run.Forks.GroupFork;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTest {
  private static final Plan PLAN = Plans.QUICK.plan().withEffort(SampleRuns.EFFORT.withRounds(2));
  private static final Cell FAILING = PLAN.cells().get(2);

  @TempDir private Path temporary;
  private final List<String> reports = new ArrayList<>();
  private final StringWriter err = new StringWriter();

  @Test
  void completeRunReturnsItsReport() {
    final Run run = measure((round, group, blocks) -> GroupForks.of(round, group));
    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.manifest().forks()).isEqualTo(8);
    assertThat(run.manifest().warnings()).contains(new Warning("cause", "remedy"));
    assertThat(run.forks()).hasSize(8);
    assertThat(reports).singleElement().asString().contains("pooled", "cause");
  }

  @Test
  void cellWithABrokenPremiseIsWithdrawnAndTheOtherCellsAreReported() {
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
  }

  @Test
  void runWithoutCellsIsMarkedFailed() {
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
  void forkThatDoesNotFinishMarksTheRunFailed() {
    assertThatThrownBy(
            () ->
                measure(
                    (round, group, blocks) -> {
                      if (round == 2) {
                        throw new ForkFailedException("the fork did not finish");
                      }
                      return GroupForks.of(round, group);
                    }))
        .isInstanceOf(ForkFailedException.class);

    final Run run = RunDirectory.open(path()).load();
    assertThat(run.manifest().end()).isEqualTo(End.FAILED);
    assertThat(run.manifest().sentence()).isEqualTo("the fork did not finish");
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
  void internalErrorMarksTheRunFailed() {
    assertThatThrownBy(
            () ->
                measure(
                    (round, group, blocks) -> {
                      throw new IllegalStateException("a defect");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(RunDirectory.open(path()).load().manifest().end()).isEqualTo(End.FAILED);
  }

  @Test
  void runIsMarkedFailedIfItCannotWithdrawACell() throws IOException {
    final RunDirectory directory = RunDirectory.create(path());
    Files.writeString(directory.path().resolve("withdrawn"), "in the way");

    assertThatThrownBy(
            () -> Measurements.start(PLAN, MeasurementTest::breakInTheSecondRound, directory, err))
        .isInstanceOf(ForkFailedException.class);

    final Run run = directory.load();
    assertThat(run.manifest().end()).isEqualTo(End.FAILED);
    assertThat(run.forks()).anyMatch(fork -> fork.cell().equals(FAILING));
  }

  /** As if the program were killed before it could save the environment of its forks. */
  @Test
  void runIsCompleteOnlyWithItsEnvironment() {
    final Path environment = path().resolve("environment.json");

    assertThatThrownBy(
            () ->
                measure(
                    (round, group, blocks) -> {
                      putInTheWay(environment);
                      return GroupForks.of(round, group);
                    }))
        .isInstanceOf(RunDirectoryException.class)
        .hasMessageContaining(environment.toString());
    assertThat(path().resolve("run.json")).content().contains("RUNNING");
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
  void unknownCommitIsAWarning() {
    assertThat(warnings(new BuildCommit("unknown", false)))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.cause()).contains("did not know its commit");
              assertThat(warning.remedy()).contains("build from a clone");
            });
    assertThat(warnings(Measurements.COMMIT)).isEmpty();
  }

  private static List<Warning> warnings(BuildCommit build) {
    return PLAN.manifest(build, Measurements.NOW, List.of(), List.of()).warnings();
  }

  private Path path() {
    return temporary.resolve("run");
  }

  private Run measure(Forks forks) {
    final RunDirectory directory = RunDirectory.create(path());
    reports.add(Measurements.start(PLAN, forks, directory, err, new Warning("cause", "remedy")));
    return directory.load();
  }
}
