package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.environment.Environment;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleForks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is continued only by the same code on the same machine. */
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
        "was started by commit abc1234def, and this program is commit fff");
    cannot(
        () -> resumption.requireCode(new BuildCommit("abc1234def", true)),
        "there were uncommitted changes to commit abc1234");
  }

  @Test
  void unknownCodeIsRefused() {
    StoppedRuns.save(StoppedRuns.manifest("quick", End.RUNNING, "unknown", false), 3, path());

    cannot(
        () -> Resumption.of(path()).requireCode(new BuildCommit("unknown", false)),
        "the build did not know its commit");
  }

  @Test
  void dirtyRunIsRefused() {
    StoppedRuns.save(StoppedRuns.manifest("quick", End.RUNNING, "abc1234def", true), 3, path());

    cannot(
        () -> Resumption.of(path()).requireCode(SAME), "there were uncommitted changes to commit");
  }

  @Test
  void otherEnvironmentIsRefusedWithItsDifference() {
    final Run run = StoppedRuns.save(StoppedRuns.KILLED, 3, path()).load();
    final Resumption resumption = Resumption.of(path());
    final Map<String, Object> other = new LinkedHashMap<>(run.environment());
    other.put("jdk", Map.of("version", "21.0.1"));

    resumption.requireEnvironment(run.environment());
    cannot(
        () -> resumption.requireEnvironment(other),
        "was started where jdk.version was 17.0.15, and here it is 21.0.1");
  }

  @Test
  void environmentMayBeMissingOnlyBeforeTheFirstFork() {
    final RunDirectory directory = RunDirectory.create(path());
    directory.save(StoppedRuns.KILLED);
    Resumption.of(path()).requireEnvironment(Map.of("jdk", "17"));

    directory.save(SampleForks.fork(StoppedRuns.CELLS.get(0), 1).of(StoppedRuns.KILLED.origin()));
    cannot(
        () -> Resumption.of(path()).requireEnvironment(Map.of("jdk", "17")),
        "jdk was absent, and here it is 17");
  }

  /** JSON has other types of numbers. */
  @Test
  void savedEnvironmentOfThisMachineIsAccepted() {
    final Map<String, Object> here = Environment.capture(List.of(), List.of());
    final RunDirectory directory = StoppedRuns.save(StoppedRuns.KILLED, 3, path());
    directory.saveEnvironment(here);

    Resumption.of(path()).requireEnvironment(here);
    Resumption.of(path())
        .requireEnvironment(Environment.capture(List.of("-Xmx1g"), List.of(Map.of("jdk", "17"))));
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
