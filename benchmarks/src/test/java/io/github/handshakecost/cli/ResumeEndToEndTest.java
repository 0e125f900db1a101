package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.environment.BuildCommit;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, killed and interrupted in the middle of real forks. */
final class ResumeEndToEndTest {
  private static final Duration WITHIN = Duration.ofMinutes(3);

  /** CPU time of a fork in its warm-up. */
  private static final Duration WARMING_UP = Duration.ofSeconds(3);

  /** Long before the fork would end. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final String[] SHORT = {"-i", "2", "-r", "10ms"};

  @TempDir private Path temporary;

  @Test
  void killedRunIsContinuedByTheSameProgram() throws Exception {
    final Path directory = temporary.resolve("run");
    final Process killed =
        start(
            "run",
            "--quick",
            "--rounds",
            "3",
            "--warm-up",
            "100ms",
            "--out",
            directory.toString(),
            "-p",
            "client=raw-socket",
            "-p",
            "protocol=http",
            "-p",
            "policy=pooled,new-connection-full");
    await(() -> savedForks(directory) >= 2);
    killed.destroyForcibly();
    killed.waitFor();
    final List<ForkRecord> saved = RunDirectory.open(directory).load().forks();

    final Process resumed = start("run", "--resume", directory.toString());
    final int code = resumed.waitFor();

    final BuildCommit build = BuildCommit.ofThisBuild();
    if (build.dirty() || !build.known()) {
      assertThat(code).as(said()).isEqualTo(ExitCode.CANNOT_RUN);
      assertThat(said()).contains("it is unknown whether");
      Assumptions.abort("continuing is refused to a program with uncommitted changes");
    }
    assertThat(code).as(said()).isZero();
    final Run run = RunDirectory.open(directory).load();
    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.forks()).hasSize(6).containsAll(saved);
    assertThat(directory.resolve("report.md")).content().contains("the run was continued at");
  }

  /** The fork would disturb the next run. */
  @Test
  void killedRunLeavesNoForkAndNoFileOfAFork() throws Exception {
    final Path directory = temporary.resolve("run");
    final Process killed =
        start(
            "run",
            "--quick",
            "--rounds",
            "3",
            "--warm-up",
            "60s",
            "--out",
            directory.toString(),
            "-p",
            "rtt=0ms",
            "-p",
            "policy=new-client");
    await(() -> forks(killed).findFirst().isPresent());
    final ProcessHandle fork = forks(killed).findFirst().orElseThrow();
    await(() -> fork.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(WARMING_UP) > 0);

    killed.destroyForcibly();

    fork.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
    assertThat(directory).isDirectoryNotContaining("glob:**/.*");
  }

  /** JMH also asks JVMs what they can do, before it starts a fork. */
  private static Stream<ProcessHandle> forks(Process program) {
    return program
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(TrialOptions.HARNESS));
  }

  @Test
  void interruptedSelfTestKeepsItsForks() throws Exception {
    final Path directory = temporary.resolve("self-test");
    final Process program = start(List.of(), "run", "--self-test", "--out", directory.toString());
    await(() -> Files.exists(directory.resolve("forks/pilot-000.json")));

    program.destroy();

    assertThat(program.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("self-test.md")).content().contains("INCOMPLETE");
    assertThat(said())
        .contains("Interrupted. The finished forks are saved")
        .doesNotContain("\tat ");
  }

  private Process start(String... arguments) throws IOException {
    return start(List.of(SHORT), arguments);
  }

  private Process start(List<String> toJmh, String... arguments) throws IOException {
    final List<String> command =
        JavaCommand.of(List.of("-Djmh.ignoreLock=true"), Main.class, arguments);
    command.addAll(toJmh);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(temporary.resolve("log").toFile())
        .start();
  }

  private String said() throws IOException {
    return Files.readString(temporary.resolve("log"));
  }

  private static long savedForks(Path directory) {
    return Files.isRegularFile(directory.resolve("run.json"))
        ? RunDirectory.open(directory).load().forks().size()
        : 0;
  }

  private static void await(BooleanSupplier condition) {
    final long deadline = System.nanoTime() + WITHIN.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within " + WITHIN).isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
