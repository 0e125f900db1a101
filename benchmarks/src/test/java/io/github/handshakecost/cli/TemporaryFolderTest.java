package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest.End;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with an unusable folder for temporary files. */
final class TemporaryFolderTest {
  @TempDir private Path temporary;
  private String said = "";

  @Test
  void missingFolderIsRefusedBeforeMeasuring() throws Exception {
    final Path missing = temporary.resolve("missing");

    assertThat(run(missing)).as(said).isEqualTo(ExitCode.CANNOT_RUN);

    assertThat(said).contains("no file can be created in " + missing, "-Djava.io.tmpdir=DIR");
    assertThat(said).doesNotContain("\tat ", "Internal error");
    assertThat(temporary.resolve("run")).doesNotExist();
  }

  /** The lock may belong to another user. */
  @Test
  void unusableLockInterruptsTheRun() throws Exception {
    Files.createDirectory(temporary.resolve("jmh.lock"));

    assertThat(run(temporary)).as(said).isEqualTo(ExitCode.CANNOT_RUN);

    assertThat(said).contains("jmh.lock in " + temporary).doesNotContain("\tat ", "Internal error");
    assertThat(RunDirectory.open(temporary.resolve("run")).load().manifest().end())
        .isEqualTo(End.INTERRUPTED);
  }

  @Test
  void folderKeepsNoFileOfTheProgram() throws Exception {
    assertThat(run(temporary)).as(said).isZero();

    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).noneMatch(path -> path.toString().contains("handshake-cost"));
    }
    assertThat(temporary.resolve("run")).isDirectoryNotContaining("glob:**/.*");
  }

  private int run(Path folder) throws IOException, InterruptedException {
    final Process program =
        new ProcessBuilder(
                JavaCommand.of(
                    List.of("-Djava.io.tmpdir=" + folder),
                    Main.class,
                    "run",
                    "--quick",
                    "--rounds",
                    "3",
                    "--warm-up",
                    "50ms",
                    "--out",
                    temporary.resolve("run").toString(),
                    "-p",
                    "policy=pooled",
                    "-p",
                    "protocol=http",
                    "-p",
                    "client=raw-socket",
                    "-i",
                    "3",
                    "-r",
                    "20ms"))
            .redirectErrorStream(true)
            .start();
    said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return program.waitFor();
  }
}
