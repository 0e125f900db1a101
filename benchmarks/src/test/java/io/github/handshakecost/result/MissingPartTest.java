package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.RunManifest.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** A complete run has its environment and its forks. */
final class MissingPartTest {
  private static final Path RESULTS = Path.of("../results");

  private final Path run;
  private final Path environment;
  private final Path forks;

  MissingPartTest(@TempDir Path temp) {
    run = temp.resolve("run");
    environment = run.resolve("environment.json");
    forks = run.resolve("forks");
  }

  static Stream<Path> committedRuns() throws IOException {
    try (Stream<Path> entries = Files.list(RESULTS)) {
      return entries.filter(Files::isDirectory).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("committedRuns")
  void everyCommittedRunIsRead(Path committed) {
    assertThat(RunDirectory.open(committed).load().environment()).containsKeys("jdk", "os", "cpu");
  }

  @Test
  void completeRunWithoutEnvironmentIsRefused() throws IOException {
    save(End.COMPLETE);
    Files.delete(environment);

    assertRefused(environment + " is missing, and the run is complete; restore that file");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "COMPLETE")
  void otherRunMayLackItsEnvironment(End end) throws IOException {
    save(end);
    Files.delete(environment);

    assertThat(RunDirectory.open(run).load().environment()).isEmpty();
  }

  @Test
  void forkThatIsALinkToNothingIsNamedOnce() throws IOException {
    save(End.COMPLETE);
    final Path fork = forks.resolve("round-007-x.json");
    Files.createSymbolicLink(fork, Path.of("nowhere"));

    assertRefused(
        fork + " cannot be read: no such file or directory; make it a file that you may read");
  }

  @Test
  void completeRunWithoutForksIsRefused() throws IOException {
    save(End.COMPLETE);
    deleteAll(forks);

    assertRefused(
        forks + " is missing, and the run is complete; restore that directory with its forks");
  }

  @Test
  void runThatHasNotEndedMayLackItsForks() throws IOException {
    save(End.RUNNING);
    deleteAll(forks);

    assertThat(RunDirectory.open(run).load().forks()).isEmpty();
  }

  @Test
  void forksWithoutAManifestAreADamagedRun() throws IOException {
    save(End.COMPLETE);
    Files.delete(run.resolve("run.json"));

    assertThat(RunDirectory.isAt(run)).isTrue();
    assertRefused(run + " holds forks of a run and no run.json; restore that file");
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(() -> RunDirectory.open(run).load())
        .isInstanceOf(UnreadableRunException.class)
        .hasMessage(sentence);
  }

  /** Saves a run, and says where its environment is. */
  private Path save(End end) {
    SavedRuns.save(SampleChanges.ended(SampleRuns.of(SampleRuns.headline(), 1), end), run);
    return environment;
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (final Path each : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
