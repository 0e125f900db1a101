package io.github.handshakecost.trial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The usage of all threads that take part in an iteration, each from its first operation on. */
final class ThreadUsages {
  private final Map<Thread, ThreadUsage> begun = new ConcurrentHashMap<>();

  /** The calling thread takes part. */
  void join() {
    if (!begun.containsKey(Thread.currentThread())) {
      begun.put(Thread.currentThread(), ThreadUsage.now());
    }
  }

  /** Of all threads together, until now. */
  ThreadUsage total() {
    return begun.entrySet().stream()
        .map(each -> ThreadUsage.of(each.getKey()).minus(each.getValue()))
        .reduce(ThreadUsage.NONE, ThreadUsage::plus);
  }

  void reset() {
    begun.clear();
  }
}
