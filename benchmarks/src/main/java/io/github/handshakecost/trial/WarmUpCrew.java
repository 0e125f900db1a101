package io.github.handshakecost.trial;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Threads that warm up, all of them the same arm at a time, until they are dismissed. */
final class WarmUpCrew {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<WarmUpArm> arms;
  private final Function<CellPlan, User> users;
  private final List<Thread> threads = new ArrayList<>();
  private final List<CompletableFuture<Void>> work = new ArrayList<>();
  private final LongAdder operations = new LongAdder();
  private final AtomicReference<@Nullable WarmUpArm> broken = new AtomicReference<>();
  private volatile int turn;
  private volatile boolean dismissed;

  /** Starts the threads; each has a user for each arm. */
  WarmUpCrew(int size, List<WarmUpArm> arms, Function<CellPlan, User> users) {
    this.arms = arms;
    this.users = users;
    for (int i = 0; i < size; i++) {
      work.add(CompletableFuture.runAsync(this::work, this::startThread));
    }
  }

  private void startThread(Runnable task) {
    final Thread thread = new Thread(task, "warm-up-" + threads.size());
    threads.add(thread);
    thread.start();
  }

  private void work() {
    final List<User> mine = new ArrayList<>();
    try {
      for (final WarmUpArm arm : arms) {
        mine.add(users.apply(arm.plan()));
      }
      while (!dismissed) {
        perform(turn, mine);
      }
    } finally {
      close(mine);
    }
  }

  private void perform(int arm, List<User> mine) {
    try {
      mine.get(arm).perform();
      operations.increment();
    } catch (BrokenPremiseException e) {
      broken.compareAndSet(null, arms.get(arm));
      throw e;
    }
  }

  private static void close(List<User> users) {
    try {
      for (final User user : users) {
        user.close();
      }
    } catch (IOException e) {
      throw new BrokenPremiseException("cannot close a client after warm-up: " + e);
    }
  }

  /** Lets all threads change to an arm, each when its operation has ended. */
  void turnTo(int arm) {
    turn = arm;
  }

  /** Operations of all threads so far. */
  long operations() {
    return operations.sum();
  }

  /** CPU time of all threads so far; meaningless once one has ended. */
  long cpuNanos() {
    return threads.stream().mapToLong(thread -> THREADS.getThreadCpuTime(thread.getId())).sum();
  }

  /** Whether a thread has ended by itself, because a request failed. */
  boolean isBroken() {
    return work.stream().anyMatch(CompletableFuture::isDone);
  }

  /** The arm whose request failed; null if none did. */
  @Nullable WarmUpArm broken() {
    return broken.get();
  }

  /** Waits for the threads to end; {@link BrokenPremiseException} if a request failed. */
  void dismiss() {
    dismissed = true;
    try {
      CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof BrokenPremiseException failed ? failed : e;
    }
  }
}
