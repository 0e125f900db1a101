package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThreadUsagesTest {
  private static final int MEGABYTE = 1 << 20;

  private final ThreadUsages usages = new ThreadUsages();

  @Test
  void pausesAreLeftOut() {
    usages.resume();
    allocate(1);
    usages.pause();
    allocate(64);
    usages.resume();
    allocate(2);
    usages.pause();
    allocate(64);

    assertThat(usages.total().allocatedBytes()).isBetween(3L * MEGABYTE, 5L * MEGABYTE);
  }

  @Test
  void threadWithoutPausesTakesPartUntilTheEnd() {
    usages.join();
    allocate(4);
    usages.join();
    allocate(4);

    assertThat(usages.total().allocatedBytes()).isBetween(8L * MEGABYTE, 10L * MEGABYTE);
  }

  private static void allocate(int megabytes) {
    for (int i = 0; i < megabytes; i++) {
      assertThat(new byte[MEGABYTE]).hasSize(MEGABYTE);
    }
  }
}
