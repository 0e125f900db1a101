package io.github.handshakecost.trial;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the calling thread has used, by the JVM's account.
 *
 * @param cpuNanos user and system time ({@link java.lang.management.ThreadMXBean})
 * @param allocatedBytes on the heap ({@link ThreadMXBean#getCurrentThreadAllocatedBytes})
 */
record ThreadUsage(long cpuNanos, long allocatedBytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static ThreadUsage now() {
    return new ThreadUsage(
        THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
  }

  ThreadUsage minus(ThreadUsage earlier) {
    return new ThreadUsage(cpuNanos - earlier.cpuNanos, allocatedBytes - earlier.allocatedBytes);
  }
}
