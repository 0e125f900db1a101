package io.github.handshakecost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GatheringTest {
  private static final int THREADS = 4;

  private final Gathering threads = new Gathering(THREADS);
  private final AtomicInteger actions = new AtomicInteger();

  @Test
  void oneThreadActsWhenAllAreHere() {
    onEachThread(
            () -> {
              threads.once(actions::incrementAndGet);
              assertThat(actions).hasValue(1);
            })
        .forEach(CompletableFuture::join);
  }

  @Test
  void allThreadsThrowWhatTheActionThrows() {
    final List<CompletableFuture<Void>> all =
        onEachThread(
            () ->
                threads.once(
                    () -> {
                      throw new IllegalStateException("it broke");
                    }));

    assertThat(all).allSatisfy(GatheringTest::broke);
  }

  /** It must come to the next meeting, or the others would wait there for ever. */
  @ParameterizedTest
  @MethodSource("failures")
  void threadWhoseOperationFailsStillMeetsTheOthers(Supplier<Object> failing) {
    final List<CompletableFuture<Void>> all =
        onEachThread(
            () -> {
              threads.perform(() -> actions.incrementAndGet() == 1 ? failing.get() : actions);
              threads.once(() -> {});
            });

    assertThat(all).allSatisfy(GatheringTest::broke);
    assertThat(threads.perform(actions::incrementAndGet)).isNotNull();
    assertThat(actions.get()).isBetween(1, THREADS);
  }

  private static Stream<Supplier<Object>> failures() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("it broke");
        },
        () -> {
          throw new OutOfMemoryError("it broke");
        });
  }

  private static void broke(CompletableFuture<Void> one) {
    assertThatThrownBy(one::join).hasRootCauseMessage("it broke");
  }

  private static List<CompletableFuture<Void>> onEachThread(Runnable task) {
    return Stream.generate(() -> CompletableFuture.runAsync(task, each -> new Thread(each).start()))
        .limit(THREADS)
        .toList();
  }
}
