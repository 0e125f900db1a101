package io.github.handshakecost.cli;

import io.github.handshakecost.run.Forks;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ctrl-C and SIGTERM in the middle of a run: what has been measured is written down before the
 * process ends, and no fork outlives it.
 */
final class Interruption implements AutoCloseable {
  /** A terminal signals the fork too; the fork may be gone before this process learns of it. */
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

  static Interruption whenItComes(Runnable writing, PrintWriter err) {
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
    // JMH may have been about to start one when they were looked for.
    endForks();
  }

  private void endForks() {
    forks.get().forEach(ProcessHandle::destroyForcibly);
  }

  /** Forks none of which starts any more once the process is being interrupted. */
  Forks guarded(Forks others) {
    return (round, group, blocks) -> {
      waitIfUnderWay();
      return others.measure(round, group, blocks);
    };
  }

  /** Returns unless the process is being interrupted: nothing is begun any more. */
  void waitIfUnderWay() {
    if (underWay.getCount() == 0) {
      waitForTheEnd();
    }
  }

  /**
   * Returns when it is certain that the process is not being interrupted. Otherwise the process
   * ends here, so that an interrupted fork is not taken for a failed one.
   */
  void neverReturnIfUnderWay() {
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
