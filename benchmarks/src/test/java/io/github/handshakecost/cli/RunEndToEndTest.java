package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real forks, as short as possible. No test looks at their figures. */
class RunEndToEndTest {
  private static final Duration WITHIN = Duration.ofMinutes(3);

  @TempDir private Path temporary;

  @Test
  void runIsSavedProvenAndReported() throws IOException {
    final Path directory = temporary.resolve("run");
    final Console console =
        Console.run(
            arguments(
                directory,
                "--rounds",
                "3",
                "-p",
                "policy=pooled,new-connection-full",
                "-p",
                "protocol=tls1.3"));
    assertThat(console.exitCode()).as(console.err()).isZero();
    assertThat(directory)
        .isDirectoryContaining("glob:**/jmh.json")
        .isDirectoryContaining("glob:**/environment.json")
        .isDirectoryContaining("glob:**/report.md");
    final JsonNode summary =
        new ObjectMapper().readTree(Files.readString(directory.resolve("summary.json")));
    assertThat(summary.get("complete").asBoolean()).isTrue();
    assertThat(summary.get("cells")).hasSize(2);
    final JsonNode full = summary.get("cells").get(1).get("perRequest");
    assertThat(full.get("connections").asDouble()).isEqualTo(1);
    assertThat(full.get("handshakesFull").asDouble()).isEqualTo(1);
    assertThat(console.out())
        .startsWith("handshake-cost ")
        .contains("new-connection-full", "pooled", directory.toString());
    assertThat(console.err())
        .contains(
            "[1/3] round 1",
            "[1/3] measuring request tls1.3 pooled at 0ms",
            "[1/3] so far, over tls1.3 at 0ms: new-connection-full takes ",
            "[3/3] round 3",
            "95 % interval of the ratio");
  }

  @Test
  void runWithoutAnyPremiseThatHoldsFailsAndPublishesNothing() throws IOException {
    final Path directory = temporary.resolve("run");
    final Console console =
        Console.run(
            withFault(
                "STATUS_500@50",
                directory,
                "--rounds",
                "3",
                "-p",
                "policy=pooled",
                "-p",
                "protocol=http"));
    assertThat(console.exitCode()).isEqualTo(1);
    assertThat(console.err())
        .contains("policy=pooled protocol=http", "expected status 200, found status 500")
        .doesNotContain("\tat ");
    final RunDirectory saved = RunDirectory.open(directory);
    assertThat(saved.load().manifest().end()).isEqualTo(End.FAILED);
    assertThat(saved.load().manifest().sentence()).contains("found status 500");
    assertThat(saved.load().forks()).isEmpty();
  }

  /** An empty body cannot be corrupted. */
  @Test
  void cellWithABrokenPremiseIsWithdrawnAndTheOtherCellsAreReported() throws IOException {
    final Path directory = temporary.resolve("run");
    final Console console =
        Console.run(
            withFault(
                "CORRUPT_BODY@50",
                directory,
                "--rounds",
                "3",
                "-p",
                "policy=pooled",
                "-p",
                "protocol=http",
                "-p",
                "body=0,1024"));
    assertThat(console.exitCode()).as(console.err()).isEqualTo(1);
    assertThat(console.err())
        .containsPattern("withdrawn: request .*body=1024 .*expected a body with CRC-32C")
        .doesNotContain("\tat ");
    final Run run = RunDirectory.open(directory).load();
    assertThat(run.manifest().end()).isEqualTo(End.COMPLETE);
    assertThat(run.complete()).isTrue();
    assertThat(run.manifest().cells())
        .singleElement()
        .satisfies(cell -> assertThat(cell.param("body")).isEqualTo("0"));
    assertThat(run.forks()).hasSize(3).allMatch(fork -> fork.cell().param("body").equals("0"));
    assertThat(console.out().replaceAll("\\s+", " ")).contains("body=1024", "was withdrawn, ");
  }

  @Test
  void killedForkInterruptsTheRun() {
    final Path directory = temporary.resolve("run");
    final CompletableFuture<Console> run =
        CompletableFuture.supplyAsync(
            () ->
                Console.run(
                    arguments(
                        directory,
                        "--rounds",
                        "3",
                        "-p",
                        "policy=pooled",
                        "-p",
                        "protocol=http",
                        "-r",
                        "20")));
    final ProcessHandle fork = awaitFork(ProcessHandle.current());
    fork.destroyForcibly();
    final Console console = run.orTimeout(WITHIN.toSeconds(), TimeUnit.SECONDS).join();
    assertThat(console.exitCode()).isEqualTo(3);
    assertThat(console.err())
        .contains("httpclient5: the fork was killed (")
        // The JVM may not have begun yet: then its helper is what was killed.
        .containsPattern("exit code 137|signal: 9")
        .doesNotContain("\tat ");
    assertThat(RunDirectory.open(directory).load().manifest().end()).isEqualTo(End.INTERRUPTED);
  }

  @Test
  void ctrlCKeepsFinishedForksAndLeavesNoProcess() throws IOException, InterruptedException {
    final Path directory = temporary.resolve("run");
    final List<String> command =
        JavaCommand.of(
            List.of("-Djmh.ignoreLock=true"),
            Main.class,
            arguments(directory, "--rounds", "500", "-p", "policy=pooled", "-p", "protocol=http"));
    final Process run =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("log").toFile())
            .start();
    await(() -> savedForks(directory) >= 2);
    final ProcessHandle fork = awaitFork(run.toHandle());
    run.destroy();
    assertThat(run.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await(() -> !fork.isAlive());
    final RunDirectory saved = RunDirectory.open(directory);
    assertThat(saved.load().manifest().end()).isEqualTo(End.INTERRUPTED);
    assertThat(saved.load().forks()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(Files.readString(directory.resolve("summary.json")))
        .contains("\"complete\" : false");
    assertThat(Files.readString(temporary.resolve("log")))
        .contains("Interrupted. The finished forks are saved")
        .doesNotContain("\tat ");
  }

  private static String[] arguments(Path directory, String... others) {
    return withJvmOptions(JavaCommand.SHORT_LIVED, directory, others);
  }

  private static String[] withFault(String fault, Path directory, String... others) {
    return withJvmOptions(
        JavaCommand.SHORT_LIVED + " -D" + TrialOptions.FAULT + "=" + fault, directory, others);
  }

  private static String[] withJvmOptions(String options, Path directory, String... others) {
    final List<String> shortest =
        List.of(
            "run", "--quick", "--out", directory.toString(), "-p", "client=httpclient5", "-i", "2");
    final List<String> all = new ArrayList<>(shortest);
    all.addAll(List.of("--warm-up", "100ms", "-jvmArgsAppend", options));
    if (Stream.of(others).noneMatch("-r"::equals)) {
      all.addAll(List.of("-r", "10ms"));
    }
    all.addAll(List.of(others));
    return all.toArray(String[]::new);
  }

  private static ProcessHandle awaitFork(ProcessHandle parent) {
    await(() -> forks(parent).findFirst().isPresent());
    return forks(parent).findFirst().orElseThrow();
  }

  /** JMH also asks JVMs what they can do, before it starts a fork. */
  private static Stream<ProcessHandle> forks(ProcessHandle parent) {
    return parent
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(TrialOptions.HARNESS));
  }

  private static long savedForks(Path directory) {
    return Files.isRegularFile(directory.resolve("run.json"))
        ? RunDirectory.open(directory).load().forks().size()
        : 0;
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    final long deadline = System.nanoTime() + WITHIN.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within " + WITHIN).isLessThan(deadline);
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }
}
