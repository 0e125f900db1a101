package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.Terminal;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.GroupFork;
import io.github.handshakecost.run.LinkNotSteadyException;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Plans;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a run without breaking a premise costs nothing that was measured. */
final class StoppedRunTest {
  private static final Terminal PLAIN = new Terminal(80, false, false);
  private static final Plan PLAN =
      Plans.QUICK.plan().withEffort(Plans.QUICK.plan().effort().withRounds(4));
  private static final int CELLS = PLAN.cells().size();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

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
  void runWithoutAForkIsNotFailedEither(RuntimeException why) {
    stopsAfter(0, why);

    assertThat(saved().manifest().end()).isEqualTo(End.INTERRUPTED);
  }

  @ParameterizedTest
  @MethodSource("stops")
  void continuedRunThatStopsAgainMayBeContinuedAgain(RuntimeException why) {
    stopsAfter(1, new LinkNotSteadyException("the link is noisy"));
    measured = 0;

    assertThatThrownBy(() -> resume(2, why)).isSameAs(why);
    assertThat(saved().manifest().end()).isEqualTo(End.INTERRUPTED);
    assertThat(saved().forks()).hasSize(3 * CELLS);
    assertThat(Resumption.of(path()).plan()).isEqualTo(PLAN);
  }

  @Test
  void whereTheDirectoryLiesIsNotPublished() {
    stopsAfter(1, new CannotRunException("cannot write " + path().resolve("forks/a.json")));

    assertThat(saved().manifest().sentence()).isEqualTo("cannot write forks/a.json");
  }

  @Test
  void endIsSavedWithTheNumberOfForks() {
    stopsAfter(2, new UsageException("other options"));

    assertThat(saved().manifest().forks()).isEqualTo(2 * CELLS);
  }

  @Test
  void noiseEndsTheProgramWithOneAndNoTrace() {
    final StringWriter said = new StringWriter();
    final int code =
        Failures.explain(
            new LinkNotSteadyException("the link is noisy"),
            HandshakeCost.commandLine().setErr(new PrintWriter(said, true)),
            HandshakeCost.commandLine().parseArgs());

    assertThat(code).isEqualTo(1);
    assertThat(said.toString().strip()).isEqualTo("the link is noisy");
  }

  private void stopsAfter(int forks, RuntimeException why) {
    assertThatThrownBy(
            () ->
                measure(
                    Recording.of(
                        PLAN,
                        List.of(),
                        RunDirectory.create(path()),
                        (round, group, blocks) -> fork(round, group, forks, why),
                        CLOCK,
                        List.of())))
        .isSameAs(why);
  }

  private void resume(int forks, RuntimeException why) {
    final Resumption resumption = Resumption.of(path());
    measure(
        Recording.resumed(
            resumption.directory(),
            resumption.found(),
            (round, group, blocks) -> fork(round, group, forks, why),
            CLOCK,
            List.of()));
  }

  private void measure(Recording recording) {
    new Measurement(PLAN, recording, new PrintWriter(err, true), PLAIN).run();
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
