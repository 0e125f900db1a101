package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history shows each run of a folder once, or is not made. */
final class HistoryFolderTest {
  @TempDir private Path temporary;

  private Path results;
  private Path second;

  @BeforeEach
  void saveTwoRuns() {
    results = temporary.resolve("results");
    save("first", "2026-01-02T00:00:00Z");
    second = save("second", "2026-01-03T00:00:00Z");
  }

  @Test
  void folderThatCannotBeReadStopsTheHistory() throws Exception {
    final Path locked = Files.createDirectory(results.resolve("locked"));
    locked.toFile().setExecutable(false);

    assertRefused(
        OrdinaryRights.run(temporary, "report", "--history", results.toString()),
        locked + " cannot be read: permission denied; make it a directory that you may read");
  }

  @Test
  void forksThatCannotBeListedStopTheHistory() throws Exception {
    final Path forks = second.resolve("forks");
    forks.toFile().setReadable(false);

    assertRefused(
        OrdinaryRights.run(temporary, "report", "--history", results.toString()),
        forks + " cannot be listed: permission denied; make it a directory that you may read");
  }

  @Test
  void forksWithoutAManifestStopTheHistory() throws IOException {
    Files.delete(second.resolve("run.json"));

    assertRefused(history(results), second + " holds forks of a run and no run.json");
  }

  @Test
  void directoryThatARunHadOnlyBegunToMakeIsSkipped() throws IOException {
    Files.createDirectories(results.resolve("killed/forks"));

    final Console console = history(results);

    assertThat(console.exitCode()).isZero();
    assertThat(console.err().lines())
        .containsExactly(
            "skipped: " + results.resolve("killed") + " is no run directory: it holds no run.json");
  }

  @Test
  void copyOfARunStopsTheHistory() {
    SavedRuns.save(RunDirectory.open(second).load(), results.resolve("third"));

    assertRefused(
        history(results),
        second
            + " and "
            + results.resolve("third")
            + " are the same run; move one of them out of "
            + results);
  }

  @Test
  void runItselfIsNoFolderOfRuns() {
    assertRefused(
        history(second),
        "--history "
            + second
            + ": that is a run itself; name the folder that holds it, "
            + results.toAbsolutePath());
  }

  private void assertRefused(Console console, String sentence) {
    assertThat(console.err()).startsWith(sentence);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.out()).isEmpty();
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(results.resolve("history.md")).doesNotExist();
  }

  private Path save(String name, String startedAt) {
    return SavedRuns.save(
            SampleChanges.made(
                SampleRuns.of(SampleRuns.headline(), 3), startedAt, "abc1234", false),
            results.resolve(name))
        .path();
  }

  private static Console history(Path folder) {
    return Console.run("report", "--history", folder.toString());
  }
}
