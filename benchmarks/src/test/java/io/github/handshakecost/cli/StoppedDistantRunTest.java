package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.PrivateNetworkHere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends early, with its private network and its delay line. */
final class StoppedDistantRunTest {
  @TempDir private Path temporary;

  @BeforeAll
  static void networkCanBeMade() {
    PrivateNetworkHere.prefixOrSkip();
  }

  @Test
  void interruptedRunSavesAndLeavesNothing() throws Exception {
    final Path directory = temporary.resolve("run");
    final Process program = start(directory);
    final List<ProcessHandle> others = awaitFirstFork(program);

    program.destroy();

    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    awaitEnd(others);
    assertThat(Files.readString(directory.resolve("run.json"))).contains("INTERRUPTED");
    assertThat(directory.resolve("report.md")).isNotEmptyFile();
  }

  @Test
  void killedRunLeavesNoProcessAndSoNoNetwork() throws Exception {
    final Path directory = temporary.resolve("run");
    final Process program = start(directory);
    final List<ProcessHandle> others = awaitFirstFork(program);

    program.destroyForcibly();

    awaitEnd(others);
    assertThat(directory.resolve("run.json")).isNotEmptyFile();
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
    assertThat(processes).hasSizeGreaterThan(2);
    for (final ProcessHandle process : processes) {
      process.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  /** All processes of the program, when its first fork and the delay line of that are under way. */
  private static List<ProcessHandle> awaitFirstFork(Process program) {
    final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    List<ProcessHandle> found = program.descendants().toList();
    while (found.size() < 3 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      found = program.descendants().toList();
    }
    return found;
  }

  private static Process start(Path directory) throws IOException {
    final List<String> command =
        JavaCommand.of(
            List.of("-Djmh.ignoreLock=true"),
            Main.class,
            "run",
            "--quick",
            "--out",
            directory.toString(),
            "-i",
            "2",
            "-r",
            "10ms",
            "-p",
            "rtt=5ms",
            "--warm-up",
            "500ms");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolveSibling("log").toFile())
        .start();
  }
}
