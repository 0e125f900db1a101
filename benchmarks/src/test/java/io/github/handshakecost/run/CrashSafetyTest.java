package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.report.Reports;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run is killed by SIGKILL again and again, at moments drawn at random, and continued each time.
 * {@code -Dhandshakecost.kills=100} kills it a hundred times.
 */
final class CrashSafetyTest {
  private static final int KILLS = Integer.getInteger("handshakecost.kills", 20);
  private static final int AT_A_TIME = 2;

  /** 128 and the number of SIGKILL. */
  private static final int KILLED = 137;

  /** Before the JVM has begun, in the first file, among the forks. */
  private static final int LATEST_BEFORE_FIRST_FORK_MILLIS = 500;

  private static final int LATEST_AFTER_FIRST_FORK_MILLIS = 60;

  @TempDir private Path temporary;

  @Test
  void killedRunLosesNothingAndIsCompleted() {
    final List<CompletableFuture<Integer>> halves =
        IntStream.range(0, AT_A_TIME)
            .mapToObj(half -> CompletableFuture.supplyAsync(() -> new Victim(half).kill()))
            .toList();

    assertThat(halves.stream().mapToInt(CompletableFuture::join).sum())
        .isGreaterThanOrEqualTo(KILLS);
  }

  /** One directory after the other, each killed until its run is complete. */
  private final class Victim {
    private final Random random;
    private final String name;
    private final Set<String> printed = new HashSet<>();
    private Path path;
    private int kills;
    private int runs;

    Victim(int number) {
      random = new Random(number);
      name = "victim-" + number + "-";
      path = temporary.resolve(name + runs);
    }

    int kill() {
      try {
        while (kills < (KILLS + AT_A_TIME - 1) / AT_A_TIME) {
          if (killedOnce()) {
            kills++;
            check();
          } else {
            complete();
          }
        }
        complete();
        return kills;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Whether the run was killed before it came to its end. */
    private boolean killedOnce() throws IOException {
      final Process process = start();
      final BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      if (random.nextBoolean()) {
        pause(random.nextInt(LATEST_BEFORE_FIRST_FORK_MILLIS));
      } else {
        final String first = lines.readLine();
        if (first != null) {
          printed.add(first);
        }
        pause(random.nextInt(LATEST_AFTER_FIRST_FORK_MILLIS));
      }
      process.toHandle().destroyForcibly();
      // What was printed whole before the kill is still in the pipe.
      lines.lines().forEach(printed::add);
      final int code = process.onExit().orTimeout(30, TimeUnit.SECONDS).join().exitValue();
      assertThat(code).as("complete, or killed").isIn(0, KILLED);
      return code == KILLED;
    }

    private Process start() throws IOException {
      return new ProcessBuilder(JavaCommand.of(List.of(), KilledRun.class, path.toString()))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    }

    /** A run that was killed before its plan was saved can be begun anew, in the same place. */
    private void check() throws IOException {
      everyFileReads();
      if (!Files.exists(path.resolve("run.json"))) {
        assertThat(printed).isEmpty();
        return;
      }
      final RunDirectory directory = RunDirectory.open(path);
      final Run run = directory.load();
      assertThat(run.manifest().end()).isEqualTo(End.RUNNING);
      assertThat(run.forks().stream().map(KilledRun::line)).containsAll(printed);
      assertThat(Reports.write(directory).full()).contains("the run was killed, or still goes on");
    }

    private void everyFileReads() throws IOException {
      if (!Files.exists(path)) {
        return;
      }
      try (Stream<Path> files = Files.walk(path)) {
        for (final Path file : files.filter(CrashSafetyTest::isJson).toList()) {
          assertThat(new ObjectMapper().readTree(file.toFile()).isContainerNode()).isTrue();
        }
      }
    }

    private void complete() throws IOException {
      new KilledRun(path, new PrintStream(OutputStream.nullOutputStream())).run();
      final RunDirectory directory = RunDirectory.open(path);
      final Run run = directory.load();
      assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
      assertThat(run.forks()).hasSize(KilledRun.ROUNDS * KilledRun.CELLS.size());
      assertThat(Reports.write(directory).full()).doesNotContain("INCOMPLETE");
      try (Stream<Path> files = Files.walk(path)) {
        assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
      }
      everyFileReads();
      printed.clear();
      runs++;
      path = temporary.resolve(name + runs);
    }
  }

  private static boolean isJson(Path file) {
    return Objects.toString(file.getFileName()).endsWith(".json");
  }

  private static void pause(int millis) {
    final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
