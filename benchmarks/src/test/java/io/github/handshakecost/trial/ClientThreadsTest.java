package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.client.CountedThreads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class ClientThreadsTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long BURNT_NANOS = 50_000_000;
  private static final int BLOCKS = 100;
  private static final int BLOCK_BYTES = 100_000;
  private static final long ALLOCATED = (long) BLOCKS * BLOCK_BYTES;

  private final AtomicReference<byte[]> kept = new AtomicReference<>();
  private final AtomicLong burntNanos = new AtomicLong();

  @Test
  void threadThatEndsWithinABlockCounts() throws InterruptedException {
    final ClientThreads threads = new ClientThreads();
    final ClientThreads.Snapshot before = threads.before();

    final Thread client = new CountedThreads().newThread(this::work);
    client.start();
    client.join();

    final ThreadUsage usage = threads.since(before);
    assertThat(usage.cpuNanos()).isCloseTo(burntNanos.get(), within(BURNT_NANOS / 5));
    assertThat(usage.allocatedBytes()).isCloseTo(ALLOCATED, within(ALLOCATED / 10));
    assertThat(threads.alive()).isZero();
  }

  @Test
  void threadThatLivesOnCountsForItsTimeInTheBlock() throws InterruptedException {
    final ClientThreads threads = new ClientThreads();
    final CountDownLatch worked = new CountDownLatch(2);
    final CountDownLatch end = new CountDownLatch(1);
    final CountDownLatch again = new CountDownLatch(1);
    final Thread client =
        new Thread(
            () -> {
              work();
              worked.countDown();
              await(again);
              work();
              worked.countDown();
              await(end);
            });
    client.start();
    while (worked.getCount() == 2) {
      Thread.onSpinWait();
    }
    final ClientThreads.Snapshot before = threads.before();
    again.countDown();
    worked.await();

    final ThreadUsage usage = threads.since(before);
    assertThat(usage.cpuNanos()).isCloseTo(burntNanos.get(), within(BURNT_NANOS / 5));
    assertThat(usage.allocatedBytes()).isCloseTo(ALLOCATED, within(ALLOCATED / 10));
    assertThat(threads.alive()).isEqualTo(1);
    end.countDown();
    client.join();
  }

  @Test
  void workOfThreadsThatWereThereBeforeIsNoClients() throws InterruptedException {
    final CountDownLatch start = new CountDownLatch(1);
    final CountDownLatch worked = new CountDownLatch(1);
    final CountDownLatch end = new CountDownLatch(1);
    final Thread server =
        new Thread(
            () -> {
              await(start);
              work();
              worked.countDown();
              await(end);
            });
    server.start();
    final ClientThreads threads = new ClientThreads();
    final ClientThreads.Snapshot before = threads.before();
    start.countDown();
    worked.await();

    final ThreadUsage usage = threads.since(before);
    assertThat(usage.cpuNanos()).isLessThan(BURNT_NANOS / 5);
    assertThat(usage.allocatedBytes()).isLessThan(ALLOCATED / 10);
    end.countDown();
    server.join();
  }

  @Test
  void workOfAUserThatWasThereBeforeCounts() {
    final ExecutorService user = Executors.newSingleThreadExecutor();
    CompletableFuture.runAsync(() -> {}, user).join();
    final ClientThreads threads = new ClientThreads();
    CompletableFuture.runAsync(threads::addUser, user).join();
    final ClientThreads.Snapshot before = threads.before();
    CompletableFuture.runAsync(this::work, user).join();

    final ThreadUsage usage = threads.since(before);
    assertThat(usage.cpuNanos()).isCloseTo(burntNanos.get(), within(BURNT_NANOS / 5));
    assertThat(usage.allocatedBytes()).isCloseTo(ALLOCATED, within(ALLOCATED / 10));
    assertThat(threads.alive()).isZero();
    user.shutdown();
  }

  /**
   * Allocates and burns CPU time, both known. A virtual machine that stands still charges the time
   * to the running thread, which then burns more than it wanted.
   */
  private void work() {
    final long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < BLOCKS; i++) {
      kept.set(new byte[BLOCK_BYTES]);
    }
    long burnt = 0;
    while (burnt < BURNT_NANOS) {
      Thread.onSpinWait();
      burnt = THREADS.getCurrentThreadCpuTime() - start;
    }
    burntNanos.set(burnt);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
