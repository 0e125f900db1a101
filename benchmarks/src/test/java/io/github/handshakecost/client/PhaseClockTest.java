package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.environment.UsedHeap;
import io.github.handshakecost.model.Phase;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PhaseClockTest {
  private static final int OPERATIONS = 100;

  private final PhaseClock clock = new PhaseClock();

  @Test
  void lapsSumToTheTimeOfTheOperations() {
    operateOften();

    final double operations = clock.operations().getMean() * OPERATIONS;
    assertThat(allPhases()).isPositive();
    assertThat((double) allPhases()).isCloseTo(operations, within(operations * 0.002));
  }

  @Test
  void noPhaseTakesMoreThanTheWholeDid() {
    final long begin = System.nanoTime();
    operateOften();
    final long elapsed = System.nanoTime() - begin;

    assertThat(allPhases()).isLessThanOrEqualTo(elapsed);
  }

  @Test
  void timeBetweenOperationsBelongsToNoPhase() {
    clock.start();
    clock.lap(Phase.EXCHANGE);
    clock.stop();
    final long counted = allPhases();
    burn(1_000_000);
    clock.start();

    assertThat(allPhases()).isEqualTo(counted);
  }

  @Test
  void timeOfALapGoesToItsPhaseAlone() {
    clock.start();
    burn(500_000);
    clock.lap(Phase.TLS);

    assertThat(clock.nanos(Phase.TLS)).isGreaterThanOrEqualTo(500_000);
    assertThat(allPhases()).isEqualTo(clock.nanos(Phase.TLS));
  }

  @Test
  void lapsAreCounted() {
    operateOften();

    assertThat(clock.laps(Phase.TCP)).isEqualTo(OPERATIONS);
    assertThat(clock.laps(Phase.EXCHANGE)).isEqualTo(2 * OPERATIONS);
    assertThat(clock.laps(Phase.SETUP)).isZero();
    assertThat(clock.operations().getTotalCount()).isEqualTo(OPERATIONS);
  }

  @Test
  void resetForgetsEverything() {
    operateOften();

    clock.reset();

    assertThat(allPhases()).isZero();
    assertThat(clock.laps(Phase.TCP)).isZero();
    assertThat(clock.operations().getTotalCount()).isZero();
  }

  @Test
  void threadsAreTimedApartAndSummedUp() throws InterruptedException {
    clock.start();
    final Thread other = new Thread(this::operateOften);
    other.start();
    other.join();
    final long ofOther = allPhases();
    clock.lap(Phase.TLS);
    clock.stop();

    assertThat(clock.laps(Phase.TCP)).isEqualTo(OPERATIONS);
    assertThat(clock.nanos(Phase.TLS)).isGreaterThanOrEqualTo(ofOther);
    assertThat(clock.operations().getTotalCount()).isEqualTo(OPERATIONS + 1);
  }

  @Test
  void lapsOfAnOperationWhoseTimeDoesNotCountAreCounted() {
    clock.start(false);
    clock.lap(Phase.TCP);
    clock.stop();

    assertThat(clock.laps(Phase.TCP)).isEqualTo(1);
    assertThat(allPhases()).isZero();
    assertThat(clock.operations().getTotalCount()).isZero();
  }

  /** A clock takes 230 kB, and a thread that stays would keep those of all users it had. */
  @Test
  void releasedClockLeavesTheHeap() {
    final WeakReference<?> gone = usedClock(true);
    final WeakReference<?> kept = usedClock(false);

    UsedHeap.afterCollection();

    assertThat(gone.get()).isNull();
    assertThat(kept.get()).isNotNull();
  }

  private static WeakReference<?> usedClock(boolean released) {
    final PhaseClock used = new PhaseClock();
    used.start();
    used.stop();
    final WeakReference<?> hand = new WeakReference<>(used.hand());
    if (released) {
      used.release();
    }
    return hand;
  }

  private void operateOften() {
    for (int i = 0; i < OPERATIONS; i++) {
      clock.start();
      clock.lap(Phase.EXCHANGE);
      burn(1_000);
      clock.lap(Phase.TCP);
      clock.lap(Phase.EXCHANGE);
      clock.stop();
    }
  }

  private long allPhases() {
    return Arrays.stream(Phase.values()).mapToLong(clock::nanos).sum();
  }

  private static void burn(long nanos) {
    final long until = System.nanoTime() + nanos;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
