package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who cannot see a picture has its words and its table. */
final class PictureWordsTest {
  private static final Run RUN =
      SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms"), 3);
  private static final Run CUT = SampleChanges.ended(RUN, RunManifest.End.RUNNING);
  private static final String MARK = "(incomplete)";

  private final Path temp;

  PictureWordsTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void markIsInTheNameOfEachPictureOfThePage() {
    assertThat(page(CUT).select("svg[role=img]"))
        .isNotEmpty()
        .allSatisfy(picture -> assertThat(picture.attr("aria-label")).endsWith("(incomplete)"));
  }

  @Test
  void noTwoPicturesOfTheSectionsHaveOneName() {
    assertThat(page(RUN).select("main > section svg").eachAttr("aria-label"))
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).contains("httpclient5").doesNotContain("incomplete"))
        .contains(
            "Time per request by policy: TLS 1.3, rtt 5ms, httpclient5, placement same-core",
            "Histogram of times per request: HTTP, rtt 0ms, httpclient5, placement same-core");
  }

  @Test
  void markIsInTheWordsOfEachPictureInAFile() throws IOException {
    final Path directory = written(CUT);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.filter(file -> file.toString().endsWith(".svg")))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(file)
                      .content()
                      .containsPattern("aria-label=\"[^\"]+\\(incomplete\\)\"")
                      .contains(MARK + "</title>", MARK + "</desc>"));
    }
  }

  @Test
  void markIsInTheTextThatStandsForAPicture() throws IOException {
    assertThat(lines(written(CUT)))
        .filteredOn(line -> line.startsWith("!["))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains(MARK + "]("));
  }

  @Test
  void tableStandsUnderEachPicture() throws IOException {
    final List<String> lines = lines(written(RUN));
    final int first = lines.indexOf("## The ladder");
    final List<Integer> pictures =
        Stream.iterate(first, i -> i < lines.size(), i -> i + 1)
            .filter(i -> lines.get(i).startsWith("!["))
            .toList();

    assertThat(pictures)
        .isNotEmpty()
        .allSatisfy(i -> assertThat(lines.get(i + 2)).as(lines.get(i)).startsWith("| "));
  }

  @Test
  void unsettledForkIsNamedInTheTable() throws IOException {
    final Path directory = written(SampleChanges.unsettled(RUN));

    assertThat(lines(directory))
        .filteredOn(line -> line.matches("\\| [123] \\| unsettled [-+]?[\\d.]+ .*"))
        .hasSize(3 * 4);
    assertThat(lines(written(RUN))).noneMatch(line -> line.contains("| unsettled"));
  }

  private Path written(Run run) throws IOException {
    final RunDirectory directory =
        SavedRuns.save(run, Files.createTempDirectory(temp, "run").resolve("run"));
    Reports.write(directory);
    return directory.path();
  }

  private static List<String> lines(Path directory) throws IOException {
    return Files.readAllLines(directory.resolve("report.md"));
  }

  private static Document page(Run run) {
    return Jsoup.parse(HtmlReport.render(Reports.blocks(NamedRun.of(run), true)));
  }
}
