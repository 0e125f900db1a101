package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run, several side by side, or all of a folder in the order of time. */
class ReportCommandTest {
  private static final List<Cell> CELLS = SampleRuns.headline();

  @TempDir private Path temporary;

  private Path results;
  private Path first;
  private Path second;

  @BeforeEach
  void saveTwoRuns() {
    results = temporary.resolve("results");
    first = save("first", "17.0.15", "2026-01-02T00:00:00Z");
    second = save("second", "25.0.3", "2026-01-03T00:00:00Z");
  }

  @Test
  void reportOfOneRunWritesWhatTheActionCharts() throws IOException {
    assertThat(report(first).exitCode()).isZero();
    assertThat(Files.readString(first.resolve("benchmark-action.json"))).startsWith("[ {");

    final Run cut = SampleChanges.ended(SampleRuns.of(CELLS, 3), RunManifest.End.RUNNING);
    final Path marked = SavedRuns.save(cut, results.resolve("cut")).path();
    assertThat(report(marked).exitCode()).isZero();
    assertThat(Files.readString(marked.resolve("benchmark-action.json")))
        .startsWith("{\n  \"refused\"");
  }

  @Test
  void severalRunsStandSideBySide() throws IOException {
    final Path out = temporary.resolve("new/merged");

    final Console console = report(first, second, "--out", out);

    assertThat(console.exitCode()).isZero();
    assertThat(console.err()).isEmpty();
    assertThat(console.out()).containsPattern("\n +JDK 17.0.15 +JDK 25.0.3\n");
    assertThat(names(out)).containsExactly("merged.json", "merged.md");
    assertThat(names(first)).doesNotContain("report.md");
  }

  @Test
  void withoutOutNothingIsWritten() throws IOException {
    assertThat(report(first, second).exitCode()).isZero();
    assertThat(names(temporary)).containsExactly("results");
  }

  @Test
  void sameRunTwiceIsRefused() {
    assertMistake(report(first, second, first), "are the same run; name each run once");
    assertMistake(
        report(first, results.resolve("../results/first")), "are the same run; name each run once");
    final Path copy =
        SavedRuns.save(
                io.github.handshakecost.result.RunDirectory.open(first).load(),
                results.resolve("copy"))
            .path();
    assertMistake(report(first, copy), "are the same run");
  }

  @Test
  void oneUnreadableRunOfSeveralIsRefused() throws IOException {
    Files.writeString(second.resolve("run.json"), "{\"schema\": \"handshake-cost/run/9\"}");

    assertMistake(report(first, second), second.resolve("run.json").toString(), "run/9", "version");
    assertMistake(report(first, results), results + " is no run directory");
  }

  @Test
  void reportOfAReadOnlyFolderIsPrintedAndCanBeWrittenElsewhere() throws Exception {
    final Path out = temporary.resolve("new");
    results.toFile().setWritable(false);
    first.toFile().setWritable(false);
    for (final List<String> args :
        List.of(
            List.of("report", first.toString()),
            List.of("report", "--history", results.toString()))) {
      final Console console = OrdinaryRights.run(temporary, args.toArray(String[]::new));

      assertThat(console.exitCode()).isZero();
      assertThat(console.out()).contains("new-client");
      assertThat(console.err())
          .isEqualTo(
              args.get(args.size() - 1)
                  + " is read-only, so the report is only printed; write it elsewhere with --out DIR\n");
    }

    assertThat(report(first, "--out", out).exitCode()).isZero();
    assertThat(names(out))
        .contains("report.md", "report.html", "summary.json", "jmh.json", "benchmark-action.json");
    assertThat(names(first)).doesNotContain("report.md");
    results.toFile().setWritable(true);
    first.toFile().setWritable(true);
  }

  @Test
  void reportThatCannotBeWrittenIsRefused() throws IOException {
    Files.createDirectories(second.resolve("summary.json/in the way"));
    assertMistake(report(second), "cannot write " + second.resolve("summary.json"), "; use a");
  }

  @Test
  void outThatCannotBeMadeIsNamedOnce() {
    assertThat(report(first, second, "--out", "/proc/x").err())
        .isEqualTo(
            "cannot create /proc/x: no such file or directory; name a directory that you may write with --out\n");
  }

  @Test
  void outInARunIsRefused() throws IOException {
    for (final Path out : List.of(first, second.resolve("merged"), first.resolve("forks"))) {
      assertMistake(report(first, second, "--out", out), "--out " + out + " is in the run ");
      assertMistake(report(second, "--out", out), "--out " + out + " is in the run ");
      assertMistake(report("--history", results, "--out", out), "name a folder outside of it");
    }
    assertThat(names(first)).doesNotContain("merged.md", "report.md", "history.md");
    assertThat(second.resolve("merged")).doesNotExist();
  }

  @Test
  void outputThatCannotBeWrittenIsNoSuccess() {
    for (final String[] args :
        List.of(
            new String[] {"report", first.toString()},
            new String[] {"report", first.toString(), second.toString()},
            new String[] {"report", "--history", results.toString()},
            new String[] {"compare", "--ignore", "jdk", first.toString(), second.toString()},
            new String[] {"--help"})) {
      final StringWriter err = new StringWriter();
      final Writer full =
          new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
              throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
          };

      assertThat(HandshakeCost.run(args, new PrintWriter(full), new PrintWriter(err, true)))
          .isEqualTo(1);
      assertThat(err.toString()).startsWith("cannot write to standard output").hasLineCount(1);
    }
  }

  @Test
  void outThatIsAFileIsRefused() throws IOException {
    final Path file = Files.writeString(temporary.resolve("file"), "taken");

    assertMistake(report(first, second, "--out", file), file.toString(), "--out");
    assertMistake(report("--history", results, "--out", file), file.toString(), "--out");
    assertThat(file).hasContent("taken");
  }

  @Test
  void historyIsWrittenIntoTheFolder() throws IOException {
    final Console console = report("--history", results);

    assertThat(console.exitCode()).isZero();
    assertThat(console.err()).isEmpty();
    assertThat(console.out())
        .contains("History")
        .containsPattern("\nnew-client +110 .* other machine\n");
    assertThat(names(results))
        .contains(
            "history.md",
            "history.json",
            "history-new-client-tls-1.3-rtt-0ms-httpclient5-placement-same-core.svg");
  }

  @Test
  void historyDeletesThePictureThatOnlyTheEarlierOneShows() throws IOException {
    Files.writeString(results.resolve("history.md"), "![A rung](history-of-no-more.svg)");
    Files.writeString(results.resolve("history-of-no-more.svg"), "old");
    Files.writeString(results.resolve("history-of-art.svg"), "of somebody else");

    assertThat(report("--history", results).exitCode()).isZero();
    assertThat(names(results))
        .doesNotContain("history-of-no-more.svg")
        .contains("history.md", "history-of-art.svg");
    assertThat(report("--history", results).exitCode()).isZero();
    assertThat(names(results))
        .contains("history-new-client-tls-1.3-rtt-0ms-httpclient5-placement-same-core.svg");
  }

  @Test
  void historyOfTheSameRunsHasTheSameBytes() throws IOException {
    report("--history", results);
    final String before = Files.readString(results.resolve("history.md"));

    assertThat(report("--history", results).err()).isEmpty();
    assertThat(results.resolve("history.md")).hasContent(before);
  }

  @Test
  void historyCanBeWrittenElsewhere() throws IOException {
    final Path out = temporary.resolve("elsewhere");

    assertThat(report("--history", results, "--out", out).exitCode()).isZero();
    assertThat(names(out)).contains("history.md");
    assertThat(names(results)).containsExactly("first", "second");
  }

  @Test
  void foldersThatAreNoRunsAreNamedAndSkipped() throws IOException {
    Files.createDirectory(results.resolve("notes"));
    Files.createDirectory(results.resolve(".hidden"));

    final Console console = report("--history", results);

    assertThat(console.exitCode()).isZero();
    assertThat(console.err().lines())
        .containsExactly(
            "skipped: " + results.resolve("notes") + " is no run directory: it holds no run.json");
    assertThat(Files.readString(results.resolve("history.md"))).contains("first", "second");
  }

  @Test
  void historyIsNotMadeWithoutADamagedRun() throws IOException {
    Files.writeString(second.resolve("run.json"), "");

    assertMistake(report("--history", results), second.resolve("run.json").toString(), "is empty");
    assertThat(names(results)).containsExactly("first", "second");
  }

  @Test
  void folderWithoutARunIsRefused() throws IOException {
    final Path empty = Files.createDirectory(temporary.resolve("empty"));

    assertMistake(report("--history", empty), empty.toString(), "no run in it");
    assertMistake(report("--history", temporary.resolve("none")), "none", "no directory");
    assertThat(names(empty)).isEmpty();
  }

  @Test
  void historyAndRunsContradictEachOther() {
    assertMistake(report(first, "--history", results), "either RUN", "--history");
  }

  private static void assertMistake(Console console, String... sentence) {
    assertThat(console.exitCode()).isEqualTo(2);
    assertThat(console.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.out()).isEmpty();
  }

  private Path save(String name, String jdk, String startedAt) {
    final Run run =
        SampleChanges.on(SampleRuns.of(CELLS, 3), new Machine("Example CPU", "2", jdk, "6.1.0"));
    return SavedRuns.save(
            SampleChanges.made(run, startedAt, "abc1234", false), results.resolve(name))
        .path();
  }

  private static Console report(Object... args) {
    return Console.run(
        Stream.concat(Stream.of("report"), Stream.of(args).map(Object::toString))
            .toArray(String[]::new));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
