package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SelfTest.Effect;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated forks of a request with a handshake of 2,500 µs and an exchange of 200 µs. */
final class InjectedEffectsTest {
  private static final Cell CELL = SampleRuns.cell("request", "new-connection-full", "tls1.3");
  private static final double DELAY = 5_000;
  private static final int FORKS = 5;

  @Test
  void effectInItsPhaseIsFound() {
    final Effect effect = judge(DELAY, 0);

    assertThat(effect.difference()).isCloseTo(DELAY, within(0.05 * DELAY));
    assertThat(effect.base()).isCloseTo(2_700, within(200.0));
    assertThat(effect.phases()).hasSize(Phase.values().length);
    assertThat(effect.found()).isTrue();
    assertThat(effect.covered()).isTrue();
  }

  @Test
  void effectThatIsNotThereIsNotFound() {
    assertThat(judge(0, 0).found()).isFalse();
  }

  @Test
  void effectOfAnotherSizeIsNotCovered() {
    final Effect effect = judge(0.8 * DELAY, 0);

    assertThat(effect.found()).isTrue();
    assertThat(effect.covered()).isFalse();
  }

  @Test
  void effectInAnotherPhaseIsNotFoundInItsOwn() {
    final Effect effect = judge(0, DELAY);

    assertThat(effect.ci95().low()).isPositive();
    assertThat(effect.covered()).isTrue();
    assertThat(effect.inItsPhase()).isFalse();
    assertThat(effect.found()).isFalse();
  }

  @Test
  void effectOfWhichATenthAndMoreIsElsewhereIsNotInItsPhase() {
    assertThat(judge(0.85 * DELAY, 0.15 * DELAY).inItsPhase()).isFalse();
    assertThat(judge(0.95 * DELAY, 0.05 * DELAY).inItsPhase()).isTrue();
  }

  private static Effect judge(double inHandshake, double inExchange) {
    return new SelfTestFigures(42)
        .effect(forks(1, 0, 0), forks(2, inHandshake, inExchange), Phase.TLS, DELAY);
  }

  private static List<ForkRecord> forks(long seed, double inHandshake, double inExchange) {
    final Random random = new Random(seed);
    return IntStream.rangeClosed(1, FORKS)
        .mapToObj(
            fork ->
                SimulatedForks.of(
                    CELL,
                    fork,
                    2_500 * noise(random) + inHandshake,
                    200 * noise(random) + inExchange))
        .toList();
  }

  private static double noise(Random random) {
    return Math.exp(0.03 * random.nextGaussian());
  }
}
