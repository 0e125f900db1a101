package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.Forks;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTest {
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
    final Run run = measure((round, cell) -> SampleForks.fork(cell, round));
    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.manifest().warnings()).contains(new Warning("cause", "remedy"));
    assertThat(run.forks()).hasSize(12);
    assertThat(reports).singleElement().asString().contains("pooled", "cause");
  }

  @Test
  void aFailingCellIsWithdrawnAndTheRunIsMarkedFailed() {
    assertThatThrownBy(
            () ->
                measure(
                    (round, cell) -> {
                      if (round == 2 && cell.equals(FAILING)) {
                        throw new ForkFailedException(cell, cell.label() + ": expected 1, found 2");
                      }
                      return SampleForks.fork(cell, round);
                    }))
        .isInstanceOf(ForkFailedException.class);
    final Run run = RunDirectory.open(temporary.resolve("run")).load();
    assertThat(run.manifest().end()).isEqualTo(End.FAILED);
    assertThat(run.manifest().sentence()).isEqualTo(FAILING.label() + ": expected 1, found 2");
    assertThat(run.forks()).isNotEmpty().noneMatch(fork -> fork.cell().equals(FAILING));
    assertThat(temporary.resolve("run").resolve("withdrawn")).isNotEmptyDirectory();
    assertThat(temporary.resolve("run").resolve("report.md"))
        .content()
        .contains("expected 1, found 2");
    assertThat(reports).isEmpty();
  }

  @Test
  void aDefectOfTheProgramMarksTheRunFailedToo() {
    assertThatThrownBy(
            () ->
                measure(
                    (round, cell) -> {
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
            PLAN,
            directory,
            (round, cell) -> {
              if (round == 2 && cell.equals(FAILING)) {
                throw new ForkFailedException(cell, "expected 1, found 2");
              }
              return SampleForks.fork(cell, round);
            },
            CLOCK,
            List.of());
    assertThatThrownBy(
            () -> new Measurement(PLAN, List.of(recording), new PrintWriter(err, true)).run())
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
                    (round, cell) -> {
                      putInTheWay(environment);
                      return SampleForks.fork(cell, round);
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
            directory,
            (round, cell) -> SampleForks.fork(cell, round),
            CLOCK,
            List.of(),
            build)
        .manifest()
        .warnings();
  }

  private Run measure(Forks forks) {
    final RunDirectory directory = RunDirectory.create(temporary.resolve("run"));
    final Recording recording =
        Recording.of(PLAN, directory, forks, CLOCK, List.of(new Warning("cause", "remedy")));
    reports.addAll(new Measurement(PLAN, List.of(recording), new PrintWriter(err, true)).run());
    return directory.load();
  }
}
