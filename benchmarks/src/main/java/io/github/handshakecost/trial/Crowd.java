package io.github.handshakecost.trial;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** Threads that do the same at once. */
final class Crowd {
  private Crowd() {}

  /** Runs a task on so many threads, and waits for all; throws what the first that failed threw. */
  static void of(int size, Runnable task) {
    final List<CompletableFuture<Void>> all =
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        task, started -> new Thread(started, "lead-in-" + i).start()))
            .toList();
    try {
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failed ? failed : e;
    }
  }
}
