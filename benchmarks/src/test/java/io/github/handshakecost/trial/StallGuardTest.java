package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StallGuardTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void forkThatStandsStillIsEnded() throws InterruptedException {
    try (StallGuard guard = new StallGuard(SHORT, ended::countDown)) {
      guard.sign();
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closedGuardEndsNothingAndLeavesNoThread() {
    final Thread[] before = threads();
    new StallGuard(Duration.ofDays(1), ended::countDown).close();

    assertThat(ended.getCount()).isOne();
    assertThat(threads()).hasSameSizeAs(before);
  }

  private static Thread[] threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("stall-guard"))
        .toArray(Thread[]::new);
  }
}
