package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.trial.BrokenPremiseException;
import io.github.handshakecost.trial.Trial;
import io.github.handshakecost.trial.Workload;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.RunnerException;

final class JmhFailureTest {
  private static final Group GROUP =
      Group.of(List.of(PlanCells.standardCell(Workload.REQUEST))).get(0);
  private static final String SENTENCE = "what is wrong, and what would help";

  @Test
  void brokenPremiseIsTheReason() {
    assertThat(JmhForks.failure(GROUP, thrown(new BrokenPremiseException("expected 1, found 2"))))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage("expected 1, found 2");
  }

  static Stream<RuntimeException> explained() {
    return Stream.of(
        new FixtureUnavailableException(SENTENCE, new BindException("errno -99")),
        new LinkUnavailableException(SENTENCE),
        new UsageException(SENTENCE));
  }

  @ParameterizedTest
  @MethodSource("explained")
  void unavailableServerOrLinkBreaksNoPremise(RuntimeException inFork) {
    assertThat(JmhForks.failure(GROUP, thrown(inFork)))
        .isInstanceOf(CannotRunException.class)
        .hasMessage(SENTENCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {137, 143, 130, 129})
  void killedForkBreaksNoPremise(int exitCode) {
    assertThat(JmhForks.failure(GROUP, ended(exitCode)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll(
            "killed (exit code " + exitCode + "),", "lack of memory; remove the cause");
  }

  @Test
  void forkThatStoodStillBreaksNoPremise() {
    assertThat(JmhForks.failure(GROUP, ended(Trial.STOOD_STILL)))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("did not end within 5 min", "do not stop the delay line");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 134, 139, 1374})
  void forkThatCrashedHasFailed(int exitCode) {
    assertThat(JmhForks.failure(GROUP, ended(exitCode))).isInstanceOf(ForkFailedException.class);
  }

  private static RunnerException ended(int exitCode) {
    return new RunnerException(
        new IllegalStateException("Forked VM failed with exit code " + exitCode));
  }

  @Test
  void innermostMessageIsTheReasonOfAnUnexplainedFailure() {
    assertThat(JmhForks.failure(GROUP, thrown(new IllegalStateException("no more memory"))))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage(GROUP.label() + ": the fork did not finish: no more memory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cannot assign requested address", "Can't assign requested address"})
  void lackOfPortsHasARemedy(String message) {
    assertThat(JmhForks.failure(GROUP, thrown(new IllegalStateException(message))))
        .isInstanceOf(ForkFailedException.class)
        .hasMessageContainingAll(message, "net.ipv4.ip_local_port_range", "net.ipv4.tcp_tw_reuse");
  }

  @Test
  void lockOfAnotherRunIsNoFailedFork() {
    assertThat(
            JmhForks.failure(
                GROUP, new RunnerException("ERROR: Another JMH instance might be running. ...")))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("wait until it has ended");
  }

  @Test
  void unusableLockIsNoFailedFork() {
    assertThat(JmhForks.failure(GROUP, new RunnerException(new IOException("permission denied"))))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("jmh.lock", "permission denied", "-Djava.io.tmpdir=DIR");
  }

  /** A full disk breaks no premise. */
  @Test
  void forkThatCannotWriteIsNoFailedFork(@TempDir Path folder) throws IOException {
    final Path file = Files.writeString(folder.resolve("file"), "taken");
    final RunDirectoryException notSaved =
        catchThrowableOfType(
            RunDirectoryException.class, () -> RunDirectory.create(file.resolve("run")));

    assertThat(JmhForks.failure(GROUP, thrown(notSaved))).isSameAs(notSaved);
  }

  /** JMH suppresses the exception of a fork in its own. */
  private static RunnerException thrown(RuntimeException inFork) {
    final RuntimeException carrier = new IllegalStateException("Benchmark error");
    carrier.addSuppressed(inFork);
    return new RunnerException("Benchmark caught the exception", carrier);
  }
}
