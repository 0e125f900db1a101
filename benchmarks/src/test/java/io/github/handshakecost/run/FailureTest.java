package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.net.BindException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

/** Of what JMH throws, a user is shown the sentence that was written for users. */
final class FailureTest {
  private static final Cell CELL = Ladder.standard(Workload.REQUEST);
  private static final String SENTENCE = "what is wrong, and what would help";

  static Stream<RuntimeException> speaking() {
    return Stream.of(
        new BrokenPremiseException(SENTENCE),
        new FixtureUnavailableException(SENTENCE, new BindException("errno -99")),
        new LinkUnavailableException(SENTENCE),
        new UsageException(SENTENCE));
  }

  @ParameterizedTest
  @MethodSource("speaking")
  void sentenceIsShownAndNotItsCause(RuntimeException thrown) {
    assertThat(Failure.sentence(CELL, inAFork(thrown))).isEqualTo(SENTENCE);
  }

  @Test
  void innermostCauseIsShownWhereNothingSpeaks() {
    assertThat(
            Failure.sentence(
                CELL, inAFork(new IllegalStateException("outer", new BindException("inner")))))
        .isEqualTo(CELL.label() + ": expected a finished fork, found: inner");
  }

  /** As JMH does it. */
  private static RunnerException inAFork(Throwable thrown) {
    return new RunnerException(
        new BenchmarkException("Benchmark error", java.util.List.of(thrown)));
  }
}
