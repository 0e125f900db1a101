package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.run.Forks.BlockListener;
import io.github.handshakecost.run.Forks.GroupFork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class InterruptionTest {
  private static final Group GROUP = Group.of(SampleRuns.headline().subList(0, 1)).get(0);
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final List<Process> running = new CopyOnWriteArrayList<>();
  private final List<ForkRecord> measured = new CopyOnWriteArrayList<>();
  private final StringWriter err = new StringWriter();

  @Test
  void forkThatStartsWhileTheEndIsWrittenIsEnded() throws Exception {
    running.add(sleeper());
    final Interruption interruption = interruption(() -> running.add(sleeper()));

    interruption.interrupt();

    assertThat(running).hasSize(2);
    for (final Process process : running) {
      assertThat(process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void noForkStartsOnceTheProcessIsInterrupted() {
    final Interruption interruption = interruption(() -> {});
    final Forks forks = interruption.guarded(this::measure);
    forks.measure(1, GROUP, (cell, micros) -> {});

    interruption.interrupt();
    final Thread thread = new Thread(() -> forks.measure(2, GROUP, (cell, micros) -> {}));
    thread.setDaemon(true);
    thread.start();

    final long deadline = System.nanoTime() + WITHIN.toNanos();
    while (thread.getState() != Thread.State.WAITING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
    assertThat(measured).extracting(ForkRecord::round).containsExactly(1);
  }

  @Test
  void forksAreEndedAlsoIfTheEndCannotBeWritten() throws Exception {
    final Interruption interruption =
        interruption(
            () -> {
              running.add(sleeper());
              throw new IllegalStateException("a full disk");
            });

    interruption.interrupt();

    assertThat(running.get(0).waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(err.toString()).contains("a full disk");
  }

  private Interruption interruption(Runnable writing) {
    return new Interruption(
        writing, new PrintWriter(err, true), () -> running.stream().map(Process::toHandle));
  }

  private GroupFork measure(int round, Group group, BlockListener blocks) {
    final GroupFork fork = GroupForks.of(round, group);
    measured.addAll(fork.cells());
    return fork;
  }

  private static Process sleeper() {
    try {
      return new ProcessBuilder("sleep", "60").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
