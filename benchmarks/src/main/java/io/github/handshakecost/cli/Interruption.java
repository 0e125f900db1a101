package io.github.handshakecost.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ctrl-C and SIGTERM in the middle of a run: what has been measured is written down before the
 * process ends, and no fork outlives it.
 */
final class Interruption implements AutoCloseable {
  /** A terminal signals the fork too; the fork may be gone before this process learns of it. */
  private static final long SIGNALS_ARRIVE_WITHIN_MILLIS = 300;

  private final CountDownLatch underWay = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Runnable writing, PrintWriter err) {
    hook =
        new Thread(
            () -> {
              underWay.countDown();
              ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
              try {
                writing.run();
              } catch (RuntimeException e) {
                err.println(e.getMessage());
              }
            },
            "interruption");
  }

  static Interruption whenItComes(Runnable writing, PrintWriter err) {
    final Interruption interruption = new Interruption(writing, err);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /**
   * Returns when it is certain that the process is not being interrupted. Otherwise the process
   * ends here, so that an interrupted fork is not taken for a failed one.
   */
  void neverReturnIfUnderWay() {
    try {
      if (underWay.await(SIGNALS_ARRIVE_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
        while (true) {
          LockSupport.park();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
