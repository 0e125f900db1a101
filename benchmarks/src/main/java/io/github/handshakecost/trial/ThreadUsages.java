package io.github.handshakecost.trial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The usage of all threads that take part in an iteration, each from its first operation on. A
 * thread that pauses between operations takes part in each operation alone.
 */
final class ThreadUsages {
  private final Map<Thread, ThreadUsage> begun = new ConcurrentHashMap<>();
  private final Map<Thread, ThreadUsage> used = new ConcurrentHashMap<>();

  /** The calling thread takes part. */
  void join() {
    if (!begun.containsKey(Thread.currentThread())) {
      begun.put(Thread.currentThread(), ThreadUsage.now());
    }
  }

  /** The calling thread has paused, and goes on. */
  void resume() {
    final Thread caller = Thread.currentThread();
    begun.put(caller, ThreadUsage.now().minus(used.getOrDefault(caller, ThreadUsage.NONE)));
  }

  /** The calling thread pauses. */
  void pause() {
    final Thread caller = Thread.currentThread();
    used.put(caller, ThreadUsage.now().minus(begun.getOrDefault(caller, ThreadUsage.NONE)));
  }

  /** Of all threads together, until now or until they paused. */
  ThreadUsage total() {
    return begun.entrySet().stream()
        .map(
            each -> {
              final ThreadUsage paused = used.get(each.getKey());
              return paused == null ? ThreadUsage.of(each.getKey()).minus(each.getValue()) : paused;
            })
        .reduce(ThreadUsage.NONE, ThreadUsage::plus);
  }

  void reset() {
    begun.clear();
    used.clear();
  }
}
