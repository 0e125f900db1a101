package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a disk that holds a few forks: a tmpfs that nobody else sees. */
final class FullDiskTest {
  private static final String DISK = "size=24k";

  /** Copies what is left, since the disk is gone with the program. */
  private static final String SCRIPT =
      "mount -t tmpfs -o "
          + DISK
          + " tmpfs \"$1\" || exit 99; disk=$1; kept=$2; shift 2; \"$@\"; code=$?;"
          + " cp -r \"$disk/run\" \"$kept\"; exit $code";

  @TempDir private Path temporary;

  @BeforeAll
  static void diskCanBeMade() throws Exception {
    final String missing = missing();
    System.out.println(
        "a full disk: " + (missing.isEmpty() ? "really made" : "skipped, " + missing));
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }

  @Test
  void runEndsWithOneSentenceAndKeepsItsForks() throws Exception {
    final Path disk = Files.createDirectory(temporary.resolve("disk"));
    final Path kept = temporary.resolve("kept");
    final Path said = temporary.resolve("said");
    final List<String> command =
        new ArrayList<>(
            List.of(
                "unshare", "--mount", "sh", "-c", SCRIPT, "sh", disk.toString(), kept.toString()));
    command.addAll(
        JavaCommand.of(
            List.of("-Djmh.ignoreLock=true"),
            Main.class,
            "run",
            "--quick",
            "--rounds",
            "100",
            "--out",
            disk.resolve("run").toString(),
            "-p",
            "policy=pooled",
            "-p",
            "protocol=http",
            "-p",
            "client=raw-socket",
            "--warm-up",
            "50ms",
            "-i",
            "3",
            "-r",
            "20ms"));
    final Process program =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();

    assertThat(program.waitFor()).as(Files.readString(said)).isEqualTo(1);

    assertThat(Files.readString(said))
        .contains("cannot write " + disk, "No space left on device", "free some space")
        .contains("continue it with run --resume " + disk.resolve("run"))
        .doesNotContain("\tat ", "Exception");
    final Run run = RunDirectory.open(kept).load();
    assertThat(run.manifest().end()).isIn(End.RUNNING, End.INTERRUPTED);
    assertThat(run.forks()).isNotEmpty();
    assertThat(Files.readString(kept.resolve("run.json"))).doesNotContain(disk.toString());
    assertThat(Console.run("report", kept.toString()).exitCode()).isZero();
  }

  private static String missing() throws IOException, InterruptedException {
    try {
      final Process probe =
          new ProcessBuilder(List.of("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"))
              .redirectErrorStream(true)
              .start();
      final String said =
          new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return probe.waitFor() == 0 ? "" : "a mount namespace is refused: " + said;
    } catch (IOException e) {
      return "there is no unshare here";
    }
  }
}
