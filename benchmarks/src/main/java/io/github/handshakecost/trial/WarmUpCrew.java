package io.github.handshakecost.trial;

import io.github.handshakecost.proof.BrokenPremiseException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Users that do what will be measured, each on a thread of its own, until they are dismissed. */
final class WarmUpCrew {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Thread> threads = new ArrayList<>();
  private final List<CompletableFuture<Void>> work = new ArrayList<>();
  private final LongAdder operations = new LongAdder();
  private volatile boolean dismissed;

  WarmUpCrew(int size, Supplier<User> users) {
    for (int i = 0; i < size; i++) {
      work.add(CompletableFuture.runAsync(() -> work(users), this::startThread));
    }
  }

  private void startThread(Runnable task) {
    final Thread thread = new Thread(task, "warm-up-" + threads.size());
    threads.add(thread);
    thread.start();
  }

  private void work(Supplier<User> users) {
    try (User user = users.get()) {
      while (!dismissed) {
        user.perform();
        operations.increment();
      }
    } catch (IOException e) {
      throw new BrokenPremiseException("cannot close a client after warm-up: " + e);
    }
  }

  /** Operations of all users so far. */
  long operations() {
    return operations.sum();
  }

  /** CPU time of all users so far; meaningless once one has ended. */
  long cpuNanos() {
    return threads.stream().mapToLong(thread -> THREADS.getThreadCpuTime(thread.getId())).sum();
  }

  /** Whether a user has ended by itself, which means that a request failed. */
  boolean broken() {
    return work.stream().anyMatch(CompletableFuture::isDone);
  }

  /**
   * Waits for the users to end.
   *
   * @throws BrokenPremiseException if a request failed
   */
  void dismiss() {
    dismissed = true;
    try {
      CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof BrokenPremiseException broken ? broken : e;
    }
  }
}
