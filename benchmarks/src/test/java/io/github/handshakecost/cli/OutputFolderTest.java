package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run writes into a new or empty folder only. */
class OutputFolderTest {
  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void emptyOutputIsNotTheCurrentDirectory(String out) {
    final Console console = Console.run("run", "--quick", "--out", out);
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err()).contains("' is no name of a directory", "--out results/mine");
    assertThat(console.err().lines()).hasSize(1);
  }

  static Stream<String> filesOnTheWay() {
    return Stream.of("file", "file/run", "file/deep/run");
  }

  @ParameterizedTest
  @MethodSource("filesOnTheWay")
  void outputThatIsAFileOrBelowAFileIsRefusedBeforeMeasuring(String out) throws IOException {
    final Path file = Files.writeString(temporary.resolve("file"), "taken");
    final Console console = Console.run("run", "--quick", "--out", temporary + "/" + out);
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err().lines())
        .containsExactly(
            "--out %s/%s: %s is a file; name a new or empty directory"
                .formatted(temporary, out, file));
    assertThat(file).hasContent("taken");
  }

  @Test
  void outputWithContentIsRefusedBeforeMeasuring() throws IOException {
    Files.writeString(temporary.resolve("precious"), "keep me");
    final Console console = Console.run("run", "--quick", "--out", temporary.toString());
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err().lines())
        .containsExactly(
            "--out %s is not empty; name a new or empty directory".formatted(temporary));
    assertThat(temporary.resolve("precious")).hasContent("keep me");
  }

  @Test
  void outputWithARunSuggestsToContinueIt() {
    final Path run = temporary.resolve("run");
    SavedRuns.save(SampleRuns.complete(3), run);
    final Console console = Console.run("run", "--quick", "--out", run.toString());
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err().lines())
        .containsExactly(
            "--out %s is not empty; name a new or empty directory, or continue the run in it with run --resume %s"
                .formatted(run, run));
  }
}
