package io.github.handshakecost.environment;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the live objects of this JVM take. */
public final class UsedHeap {
  private static final int CALM = 2;
  private static final int MOST = 100;
  private static final long LITTLE = 10_000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private UsedHeap() {}

  /** In bytes. Collects until nothing more is freed: cleaners and ending threads let go late. */
  public static long afterCollection() {
    long least = Long.MAX_VALUE;
    int calm = 0;
    for (int i = 0; i < MOST && calm < CALM; i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      System.gc();
      final long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      calm = used < least - LITTLE ? 0 : calm + 1;
      least = Math.min(least, used);
    }
    return least;
  }
}
