package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.run.CannotRunException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on only by the same code on the same machine. */
final class ResumedElsewhereTest {
  private static final BuildCommit SAME = new BuildCommit("abc1234def", false);

  @TempDir private Path temporary;

  @Test
  void otherCodeIsRefused() {
    StoppedRuns.save(StoppedRuns.KILLED, 3, path());
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
    StoppedRuns.save(StoppedRuns.manifest("quick", End.RUNNING, "unknown", false), 3, path());

    cannot(
        () -> Resumption.of(path()).requireCode(new BuildCommit("unknown", false)),
        "the build did not know its commit");
  }

  @Test
  void dirtyRunIsRefused() {
    StoppedRuns.save(StoppedRuns.manifest("quick", End.RUNNING, "abc1234def", true), 3, path());

    cannot(() -> Resumption.of(path()).requireCode(SAME), "it had changes that commit");
  }

  @Test
  void otherEnvironmentIsRefusedByItsFirstDifference() {
    final Run run = StoppedRuns.save(StoppedRuns.KILLED, 3, path()).load();
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
    directory.save(StoppedRuns.KILLED);
    Resumption.of(path()).requireEnvironment(Map.of("jdk", "17"));

    directory.save(SampleForks.fork(StoppedRuns.CELLS.get(0), 1));
    cannot(
        () -> Resumption.of(path()).requireEnvironment(Map.of("jdk", "17")),
        "jdk was absent, and here it is 17");
  }

  private static void cannot(ThrowingCallable action, String words) {
    assertThatThrownBy(action)
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("measure again");
  }

  private Path path() {
    return temporary.resolve("run");
  }
}
