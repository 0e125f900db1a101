package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {
  private final Path temp;

  RunDirectoryTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void savedRunIsLoadedAgain() {
    final Run run = SampleRuns.complete(3);

    final Run loaded = SavedRuns.save(run, temp.resolve("a/b")).load();

    assertThat(loaded.manifest()).isEqualTo(run.manifest());
    assertThat(loaded.environment()).isEqualTo(run.environment());
    assertThat(loaded.forks()).hasSameSizeAs(run.forks());
    assertThat(loaded.measuredCells()).isEqualTo(run.measuredCells());
    assertThat(loaded.forks()).extracting(ForkRecord::round).isSorted();
    final ForkRecord again = loaded.forks().get(0);
    SavedRuns.save(loaded, temp.resolve("c"));
    assertThat(RunDirectory.open(temp.resolve("c")).load().forks()).contains(again);
  }

  @Test
  void runHasTheNameOfItsDirectory() {
    SavedRuns.save(SampleRuns.of(SampleRuns.headline(), 1), temp.resolve("some-run"));

    for (final String path : List.of("some-run", "some-run/.", "some-run/../some-run")) {
      assertThat(RunDirectory.open(temp.resolve(path)).load().name()).isEqualTo("some-run");
    }
  }

  @Test
  void forkIsNamedByRoundAndCell() {
    SavedRuns.save(SampleRuns.of(SampleRuns.headline().subList(0, 1), 1), temp.resolve("run"));

    assertThat(
            temp.resolve(
                "run/forks/round-001-request_pooled_tls1.3_0ms_httpclient5_1024_ec-p256"
                    + "_auto_auto_same-core.json"))
        .isNotEmptyFile();
  }

  @Test
  void emptyDirectoryIsTaken() {
    assertThat(RunDirectory.create(temp).path()).isEqualTo(temp);
  }

  @Test
  void directoryWithContentIsRefused() throws IOException {
    Files.writeString(temp.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> RunDirectory.create(temp))
        .isInstanceOf(RunDirectoryException.class)
        .hasMessageContainingAll("cannot create " + temp, "not empty", "--out");
  }

  @Test
  void leftoversOfARunKilledBeforeItsPlanWasSavedAreIgnored() throws IOException {
    Files.createDirectories(temp.resolve("run/forks"));
    Files.writeString(temp.resolve("run/.run.json.tmp"), "{\"half");

    assertThat(RunDirectory.create(temp.resolve("run")).path()).isEqualTo(temp.resolve("run"));
  }

  @Test
  void forksWithoutAPlanAreRefused() throws IOException {
    Files.createDirectories(temp.resolve("run/forks"));
    Files.writeString(temp.resolve("run/forks/round-001-x.json"), "{}");

    assertThatThrownBy(() -> RunDirectory.create(temp.resolve("run")))
        .isInstanceOf(RunDirectoryException.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void halfWrittenFilesAreNotReadAndCanBeRemoved() throws IOException {
    final Run run = SampleRuns.of(SampleRuns.headline(), 1);
    final RunDirectory directory = SavedRuns.save(run, temp.resolve("run"));
    final Path half = temp.resolve("run/forks/.round-002-x.json.tmp");
    Files.writeString(half, "{\"half");
    Files.writeString(temp.resolve("run/.run.json.tmp"), "");

    assertThat(directory.load().forks()).hasSameSizeAs(run.forks());
    directory.removeUnfinished();

    assertThat(half).doesNotExist();
    assertThat(temp.resolve("run/.run.json.tmp")).doesNotExist();
    assertThat(directory.load().forks()).hasSameSizeAs(run.forks());
  }

  @Test
  void pathUnderFileIsRefused() throws IOException {
    final Path file = Files.writeString(temp.resolve("file"), "x");

    assertThatThrownBy(() -> RunDirectory.create(file))
        .isInstanceOf(RunDirectoryException.class)
        .hasMessageContainingAll("cannot create " + file, "--out");
    assertThatThrownBy(() -> RunDirectory.create(file.resolve("run")))
        .isInstanceOf(RunDirectoryException.class)
        .hasMessageContainingAll("cannot create " + file.resolve("run"), "--out");
  }

  @Test
  void missingPermissionIsNamedAsSuch() {
    assertThat(RunDirectoryException.of("write", temp, new AccessDeniedException(temp.toString())))
        .hasMessage(
            "cannot write %s: permission denied; use a directory that you may write"
                .formatted(temp));
  }

  @Test
  void secondForkOfSameRoundAndCellIsRefused() {
    final Run run = SampleRuns.of(SampleRuns.headline(), 1);
    final RunDirectory directory = SavedRuns.save(run, temp.resolve("run"));

    assertThatThrownBy(() -> directory.save(run.forks().get(0)))
        .isInstanceOf(RunDirectoryException.class)
        .hasMessageContainingAll("round-001-request_pooled", "exists already", "from 2 on");
  }

  @Test
  void withdrawnCellLeavesNoFork() {
    final List<Cell> cells = SampleRuns.headline();
    final RunDirectory directory = SavedRuns.save(SampleRuns.of(cells, 3), temp.resolve("run"));

    directory.withdraw(cells.get(1));

    assertThat(directory.load().measuredCells())
        .hasSize(cells.size() - 1)
        .doesNotContain(cells.get(1));
  }

  @Test
  void secondFailureOfTheSameForkKeepsBoth() {
    final List<Cell> cells = SampleRuns.headline();
    final RunDirectory directory = SavedRuns.save(SampleRuns.of(cells, 1), temp.resolve("run"));
    final ForkRecord fork = SampleForks.fork(cells.get(1), 1);

    for (int failures = 0; failures < 3; failures++) {
      directory.withdraw(cells.get(1));
      directory.save(fork);
    }

    final String name = RunDirectory.forkName(1, cells.get(1));
    assertThat(temp.resolve("run/withdrawn"))
        .isDirectoryContaining("glob:**/" + name)
        .isDirectoryContaining("glob:**/" + name.replace(".json", ".2.json"))
        .isDirectoryContaining("glob:**/" + name.replace(".json", ".3.json"));
  }

  @Test
  void roundsAreInTheOrderOfTheirNumbers() {
    final Cell cell = SampleRuns.headline().get(0);
    final RunDirectory directory =
        SavedRuns.save(SampleRuns.of(List.of(cell), 1), temp.resolve("run"));
    for (final int round : List.of(1000, 999, 101, 11)) {
      directory.save(SampleForks.fork(cell, round));
    }

    assertThat(directory.load().forks())
        .extracting(ForkRecord::round)
        .containsExactly(1, 11, 101, 999, 1000);
  }

  @Test
  void fullDiskLeavesEarlierForksReadableAndNoHalfFile() throws IOException {
    final Configuration small =
        Configuration.unix().toBuilder().setMaxSize(64 * 1024).setBlockSize(1024).build();
    try (FileSystem disk = Jimfs.newFileSystem(small)) {
      final Run run = SampleRuns.complete(20);
      final RunDirectory directory = RunDirectory.create(disk.getPath("/run"));
      directory.save(run.manifest().ended(RunManifest.End.RUNNING, null));

      assertThatThrownBy(() -> run.forks().forEach(directory::save))
          .isInstanceOf(RunDirectoryException.class)
          .hasMessageContainingAll("cannot write /run/forks/round-", "space", "--out");

      final Run loaded = directory.load();
      assertThat(loaded.forks()).hasSizeBetween(1, run.forks().size() - 1);
      try (Stream<Path> files = Files.list(directory.path().resolve("forks"))) {
        assertThat(files).hasSameSizeAs(loaded.forks());
      }
    }
  }
}
