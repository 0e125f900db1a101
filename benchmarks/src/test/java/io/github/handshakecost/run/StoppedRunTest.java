package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.run.CalibratedForks.LinkNotSteadyException;
import io.github.handshakecost.run.Forks.GroupFork;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that stops without a broken premise keeps its forks. */
final class StoppedRunTest {
  private static final Plan PLAN = Plans.QUICK.plan().withEffort(SampleRuns.EFFORT.withRounds(4));
  private static final int CELLS = PLAN.cells().size();

  @TempDir private Path temporary;
  private final StringWriter err = new StringWriter();
  private int measured;

  static Stream<RuntimeException> stops() {
    return Stream.of(
        new LinkNotSteadyException("the link is noisy"),
        new CannotRunException("another JMH run holds the lock"),
        new UsageException("other options"),
        notWritten());
  }

  private static RuntimeException notWritten() {
    return catchThrowableOfType(
        RunDirectoryException.class, () -> RunDirectory.create(Path.of("/dev/null/run")));
  }

  @ParameterizedTest
  @MethodSource("stops")
  void runIsInterruptedAndKeepsEveryForkOfTheCell(RuntimeException why) {
    stopsAfter(2, why);

    final Run run = saved();
    assertThat(run.manifest().end()).isEqualTo(End.INTERRUPTED);
    assertThat(run.manifest().sentence()).isEqualTo(why.getMessage());
    assertThat(run.forks()).hasSize(2 * CELLS);
    assertThat(path().resolve("withdrawn")).doesNotExist();
    assertThat(path().resolve("summary.json")).content().contains("\"complete\" : false");
    assertThat(err.toString())
        .contains("continue it with run --resume " + path())
        .doesNotContain("has failed");
  }

  @ParameterizedTest
  @MethodSource("stops")
  void runWithoutAForkIsInterruptedToo(RuntimeException why) {
    stopsAfter(0, why);

    assertThat(saved().manifest().end()).isEqualTo(End.INTERRUPTED);
  }

  @ParameterizedTest
  @MethodSource("stops")
  void continuedRunThatStopsCanBeContinuedAgain(RuntimeException why) {
    stopsAfter(1, new LinkNotSteadyException("the link is noisy"));
    measured = 0;

    assertThatThrownBy(() -> resume(2, why)).isSameAs(why);
    assertThat(saved().manifest().end()).isEqualTo(End.INTERRUPTED);
    assertThat(saved().forks()).hasSize(3 * CELLS);
    assertThat(Resumption.of(path()).plan()).isEqualTo(PLAN);
  }

  @Test
  void pathOfTheDirectoryIsNotPublished() {
    stopsAfter(1, new CannotRunException("cannot write " + path().resolve("forks/a.json")));

    assertThat(saved().manifest().sentence()).isEqualTo("cannot write forks/a.json");
  }

  @Test
  void endIsSavedWithTheNumberOfForks() {
    stopsAfter(2, new UsageException("other options"));

    assertThat(saved().manifest().forks()).isEqualTo(2 * CELLS);
  }

  private void stopsAfter(int forks, RuntimeException why) {
    assertThatThrownBy(
            () ->
                Measurements.start(
                    PLAN,
                    (round, group, blocks) -> fork(round, group, forks, why),
                    RunDirectory.create(path()),
                    err))
        .isSameAs(why);
  }

  private void resume(int forks, RuntimeException why) {
    Measurements.resume(
        Resumption.of(path()), (round, group, blocks) -> fork(round, group, forks, why), err);
  }

  private GroupFork fork(int round, Group group, int forks, RuntimeException why) {
    if (measured == forks) {
      throw why;
    }
    measured++;
    return GroupForks.of(round, group);
  }

  private Run saved() {
    return RunDirectory.open(path()).load();
  }

  private Path path() {
    return temporary.resolve("run");
  }
}
