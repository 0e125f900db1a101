package io.github.handshakecost.run;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Handles Ctrl-C and SIGTERM during a run: saves the results and ends every fork. */
public final class Interruption implements AutoCloseable {
  /** A terminal also signals the fork, which may end before this process gets its signal. */
  private static final long SIGNALS_ARRIVE_WITHIN_MILLIS = 300;

  private final CountDownLatch underWay = new CountDownLatch(1);
  private final Runnable writing;
  private final PrintWriter err;
  private final Supplier<Stream<ProcessHandle>> forks;
  private final Thread hook = new Thread(this::interrupt, "interruption");

  /**
   * @param forks that are running at the moment
   */
  Interruption(Runnable writing, PrintWriter err, Supplier<Stream<ProcessHandle>> forks) {
    this.writing = writing;
    this.err = err;
    this.forks = forks;
  }

  /**
   * Starts to listen.
   *
   * @param writing saves what has finished
   */
  public static Interruption whenItComes(Runnable writing, PrintWriter err) {
    final Interruption interruption =
        new Interruption(writing, err, ProcessHandle.current()::descendants);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  void interrupt() {
    underWay.countDown();
    endForks();
    try {
      writing.run();
    } catch (RuntimeException e) {
      err.println(e.getMessage());
    }
    // JMH may have started a fork in the meantime.
    endForks();
  }

  private void endForks() {
    forks.get().forEach(ProcessHandle::destroyForcibly);
  }

  /** Forks that no longer start once the process is being interrupted. */
  Forks guarded(Forks others) {
    return (round, group, blocks) -> {
      waitIfUnderWay();
      return others.measure(round, group, blocks);
    };
  }

  /** Returns only if the process is not being interrupted. */
  public void waitIfUnderWay() {
    if (underWay.getCount() == 0) {
      waitForTheEnd();
    }
  }

  /** Like {@link #waitIfUnderWay}, and waits for late signals, so no fork is called failed. */
  public void neverReturnIfUnderWay() {
    try {
      if (underWay.await(SIGNALS_ARRIVE_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
        waitForTheEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitForTheEnd() {
    while (true) {
      LockSupport.park();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      neverReturnIfUnderWay();
    }
  }
}
