package io.github.handshakecost.client;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * Daemon threads that leave their allocation behind when they end: before JDK 21, the JVM forgets
 * it.
 */
public final class CountedThreads implements ThreadFactory {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Map<Long, Long> ENDED = new ConcurrentHashMap<>();

  @Override
  public Thread newThread(Runnable work) {
    final Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } finally {
                ENDED.put(Thread.currentThread().getId(), THREADS.getCurrentThreadAllocatedBytes());
              }
            },
            "client");
    thread.setDaemon(true);
    return thread;
  }

  /** Bytes by thread id, of the threads that ended since the last call. */
  public static Map<Long, Long> takeEnded() {
    final Map<Long, Long> taken = new HashMap<>(ENDED);
    ENDED.keySet().removeAll(taken.keySet());
    return taken;
  }
}
