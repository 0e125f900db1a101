package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.trial.BrokenPremiseException;
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
import org.openjdk.jmh.runner.RunnerException;

final class FailureTest {
  private static final Group GROUP = Group.of(List.of(Ladder.standard(Workload.REQUEST))).get(0);
  private static final String SENTENCE = "what is wrong, and what would help";

  @Test
  void brokenPremiseSpeaks() {
    assertThat(Failure.of(GROUP, thrown(new BrokenPremiseException("expected 1, found 2"))))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage("expected 1, found 2");
  }

  static Stream<RuntimeException> speaking() {
    return Stream.of(
        new FixtureUnavailableException(SENTENCE, new BindException("errno -99")),
        new LinkUnavailableException(SENTENCE),
        new UsageException(SENTENCE));
  }

  @ParameterizedTest
  @MethodSource("speaking")
  void sentenceIsShownAndNotItsCause(RuntimeException inFork) {
    assertThat(Failure.of(GROUP, thrown(inFork)))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage(SENTENCE);
  }

  @Test
  void whatSaysNothingIsNamedByItsInnermostPart() {
    assertThat(Failure.of(GROUP, thrown(new IllegalStateException("no more memory"))))
        .isInstanceOf(ForkFailedException.class)
        .hasMessage(GROUP.label() + ": expected a finished fork, found: no more memory");
  }

  @Test
  void lockThatAnotherHoldsFailsNoFork() {
    assertThat(
            Failure.of(
                GROUP, new RunnerException("ERROR: Another JMH instance might be running. ...")))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("wait until it has ended");
  }

  @Test
  void lockThatCannotBeOpenedFailsNoFork() {
    assertThat(Failure.of(GROUP, new RunnerException(new IOException("permission denied"))))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("jmh.lock", "permission denied", "-Djava.io.tmpdir=DIR");
  }

  /** A disk that is full for a fork is full, and breaks no premise. */
  @Test
  void forkThatCouldNotWriteIsNoFailedOne(@TempDir Path folder) throws IOException {
    final Path file = Files.writeString(folder.resolve("file"), "taken");
    final RunDirectoryException notSaved =
        catchThrowableOfType(
            RunDirectoryException.class, () -> RunDirectory.create(file.resolve("run")));

    assertThat(Failure.of(GROUP, thrown(notSaved))).isSameAs(notSaved);
  }

  /** As JMH carries what a fork threw. */
  private static RunnerException thrown(RuntimeException inFork) {
    final RuntimeException carrier = new IllegalStateException("Benchmark error");
    carrier.addSuppressed(inFork);
    return new RunnerException("Benchmark caught the exception", carrier);
  }
}
