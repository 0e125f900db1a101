package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose language has digits of its own. */
final class LocaleTest {
  @TempDir private Path temporary;

  @Test
  void reportIsTheSameWhereDigitsLookDifferent() throws IOException, InterruptedException {
    final RunDirectory here = SavedRuns.save(SampleRuns.complete(3), temporary.resolve("here/run"));
    final RunDirectory there =
        SavedRuns.save(SampleRuns.complete(3), temporary.resolve("there/run"));

    assertThat(Console.run("report", here.path().toString()).exitCode()).isZero();
    assertThat(reportInArabic(there.path())).isZero();

    assertThat(files(there.path())).hasSizeGreaterThan(5).isEqualTo(files(here.path()));
    for (final Path file : files(here.path())) {
      assertThat(there.path().resolve(file)).hasSameBinaryContentAs(here.path().resolve(file));
    }
  }

  private int reportInArabic(Path run) throws IOException, InterruptedException {
    final Path said = temporary.resolve("said.txt");
    final Process process =
        new ProcessBuilder(
                JavaCommand.of(
                    List.of("-Duser.language=ar", "-Duser.country=EG"),
                    Main.class,
                    "report",
                    run.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said)
        .content(StandardCharsets.UTF_8)
        .matches(text -> text.chars().noneMatch(c -> Character.isDigit(c) && c > '9'));
    return process.exitValue();
  }

  private static List<Path> files(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(Predicate.not(Files::isDirectory)).map(run::relativize).sorted().toList();
    }
  }
}
