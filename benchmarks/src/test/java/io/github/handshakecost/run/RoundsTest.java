package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.handshakecost.axis.ClientKind;
import io.github.handshakecost.axis.Policy;
import io.github.handshakecost.axis.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.trial.Workload;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
  private static final List<Cell> CELLS =
      Ladder.of(
          Workload.REQUEST,
          ClientKind.RAW_SOCKET,
          Protocol.TLS_1_3,
          Policy.POOLED,
          Policy.NEW_CONNECTION_RESUMED,
          Policy.NEW_CONNECTION_FULL,
          Policy.NEW_CLIENT);
  private static final long FORK_NANOS = Duration.ofSeconds(10).toNanos();

  @TempDir private Path temporary;
  private long now;
  private final List<String> measured = new ArrayList<>();

  @Test
  void everyRoundMeasuresEachCellOnceInAnOrderOfItsOwn() {
    run(effort(3, 3, Duration.ofHours(1)), this::noisy);
    assertThat(measured).hasSize(12);
    final List<String> first = measured.subList(0, 4);
    final List<String> second = measured.subList(4, 8);
    assertThat(first).containsExactlyInAnyOrderElementsOf(second);
    assertThat(List.of(second, measured.subList(8, 12))).isNotEqualTo(List.of(first, first));
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    run(effort(2, 2, Duration.ofHours(1)), this::noisy);
    final List<String> before = List.copyOf(measured);
    measured.clear();
    temporary = temporary.resolve("again");
    run(effort(2, 2, Duration.ofHours(1)), this::noisy);
    assertThat(measured).isEqualTo(before);
  }

  @Test
  void roundsEndAsSoonAsTheRatiosArePrecise() {
    assertThat(run(effort(3, 50, Duration.ofHours(1)), (r, c) -> fork(r, c, micros(c)))).isEmpty();
    assertThat(measured).hasSize(12);
  }

  @Test
  void roundsGoOnWhileTheRatiosAreNotPrecise() {
    assertThat(run(effort(3, 5, Duration.ofHours(1)), this::noisy)).isEmpty();
    assertThat(measured).hasSize(20);
  }

  @Test
  void noRoundBeginsThatWouldPassTheBudget() {
    assertThat(run(effort(2, 9, Duration.ofSeconds(125)), this::noisy)).isEmpty();
    assertThat(measured).hasSize(12);
  }

  @Test
  void tooFewRoundsAreExplained() {
    final Optional<String> why = run(effort(3, 3, Duration.ofSeconds(85)), this::noisy);
    assertThat(why)
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence).contains("2 of at least 3 rounds", "85 s", "--time-budget"));
    assertThat(measured).hasSize(8);
  }

  @Test
  void everyForkIsSavedBeforeTheNextBegins() {
    final RunDirectory directory = RunDirectory.create(temporary.resolve("run"));
    final Plan plan = plan(effort(2, 2, Duration.ofHours(1)));
    directory.save(manifest(plan));
    new Rounds(
            plan,
            lane(
                (round, cell) -> {
                  assertThat(directory.load().forks()).hasSize(measured.size());
                  return noisy(round, cell);
                },
                directory),
            silent(),
            () -> now)
        .run();
    assertThat(directory.load().forks()).hasSize(8);
  }

  @Test
  void aFullDiskEndsTheRunAndKeepsWhatWasSaved() throws IOException {
    try (FileSystem small =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setBlockSize(512).setMaxSize(14_000).build())) {
      final RunDirectory directory = RunDirectory.create(small.getPath("/run"));
      final Plan plan = plan(effort(9, 9, Duration.ofHours(1)));
      directory.save(manifest(plan));
      final Rounds rounds = new Rounds(plan, lane(this::noisy, directory), silent(), () -> now);
      assertThatThrownBy(rounds::run)
          .isInstanceOf(RunDirectoryException.class)
          .hasMessageContaining("/run/forks");
      assertThat(directory.load().forks()).isNotEmpty().hasSize(measured.size() - 1);
    }
  }

  @Test
  void progressTellsHowMuchIsLeft() {
    assertThat(progress(effort(2, 2, Duration.ofHours(1))))
        .hasSize(8)
        .contains("1 2/8 70", "2 5/8 40", "2 8/8 10");
  }

  @Test
  void progressCountsNoRoundThatTheBudgetHasNoTimeFor() {
    assertThat(progress(effort(3, 3, Duration.ofSeconds(85))))
        .hasSize(8)
        .contains("1 2/8 70", "2 5/8 40", "2 8/8 10");
  }

  /** What is told when a fork starts: the round, its step, all steps and the seconds left. */
  private List<String> progress(Effort effort) {
    final List<String> lines = new ArrayList<>();
    new Rounds(
            plan(effort),
            lane(this::noisy, RunDirectory.create(temporary.resolve("run"))),
            new Progress() {
              @Override
              public void starting(int round, int step, int steps, Cell cell, Duration left) {
                lines.add(round + " " + step + "/" + steps + " " + left.toSeconds());
              }

              @Override
              public void finished(ForkRecord fork) {}
            },
            () -> now)
        .run();
    return lines;
  }

  private Optional<String> run(Effort effort, Forks forks) {
    return new Rounds(
            plan(effort),
            lane(forks, RunDirectory.create(temporary.resolve("run"))),
            silent(),
            () -> now)
        .run();
  }

  /** Far from precise: the ratio differs from round to round. */
  private ForkRecord noisy(int round, Cell cell) {
    return fork(round, cell, micros(cell) * (cell.equals(CELLS.get(0)) ? 1 : 1 + round % 2));
  }

  private ForkRecord fork(int round, Cell cell, double micros) {
    measured.add(cell.label());
    now += FORK_NANOS;
    return SampleForks.of(round, cell, micros);
  }

  private static double micros(Cell cell) {
    return 10.0 * (1 + CELLS.indexOf(cell));
  }

  private static Effort effort(int least, int most, Duration budget) {
    return new Effort(
        Duration.ofSeconds(1), 1, 2, Duration.ofSeconds(1), least, most, budget, 0.05);
  }

  private static Plan plan(Effort effort) {
    return new Plan("test", CELLS, effort, 42);
  }

  private static RunManifest manifest(Plan plan) {
    return new RunManifest(
        RunManifest.SCHEMA,
        plan.name(),
        plan.cells(),
        plan.seed(),
        0.05,
        1,
        "unknown",
        false,
        "2026-01-01T00:00:00Z",
        List.of(),
        End.RUNNING,
        null,
        null,
        null,
        null);
  }

  private static List<Lane> lane(Forks forks, RunDirectory directory) {
    return List.of(new Lane(forks, directory, List.of()));
  }

  private static Progress silent() {
    return new Progress() {
      @Override
      public void starting(int round, int step, int steps, Cell cell, Duration left) {}

      @Override
      public void finished(ForkRecord fork) {}
    };
  }
}
