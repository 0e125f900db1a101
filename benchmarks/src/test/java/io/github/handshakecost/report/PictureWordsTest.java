package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import io.github.handshakecost.stats.Summarizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
        .allSatisfy(
            picture -> assertThat(picture.attr("aria-label")).containsPattern("\\bincomplete\\b"));
    assertThat(names(page(CUT), "svg[role=img]"))
        .allSatisfy(name -> assertThat(name).containsPattern("\\bincomplete\\b"));
  }

  @Test
  void noTwoPicturesOfThePageHaveOneName() {
    assertThat(names(page(RUN), ".sections .v:first-child svg"))
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).contains("httpclient5").doesNotContain("incomplete"))
        .contains(
            "Where the time goes TLS 1.3, rtt 5ms, httpclient5, placement same-core",
            "Distribution HTTP, rtt 0ms, httpclient5, placement same-core");
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
  void firstPictureSaysWhereItsFiguresAre() {
    for (final Run run :
        List.of(
            SampleRuns.complete(3),
            SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms"), 3))) {
      final Document page = page(run);

      final Element link = Objects.requireNonNull(page.selectFirst(".intro figure a"));
      final Element figure = Objects.requireNonNull(page.selectFirst(link.attr("href")));
      assertThat(figure.select("table")).hasSize(1);
      assertThat(page.select(".intro figure svg path[d]").eachAttr("d"))
          .isEqualTo(figure.select("svg path[d]").eachAttr("d"));
    }
  }

  @Test
  void unsettledForkIsNamedInTheTable() throws IOException {
    final Path directory = written(SampleChanges.unsettled(RUN));

    assertThat(lines(directory))
        .filteredOn(line -> line.matches("\\| [123] \\| unsettled [-+]?[\\d.]+ .*"))
        .hasSize(3 * 4);
    assertThat(lines(written(RUN))).noneMatch(line -> line.contains("| unsettled"));
  }

  /**
   * As browsers make them (accname 1.2, step 2B): of the elements that are referred to, or the
   * label.
   */
  private static List<String> names(Document page, String pictures) {
    return page.select(pictures).stream()
        .map(
            picture ->
                picture.hasAttr("aria-labelledby")
                    ? Stream.of(picture.attr("aria-labelledby").split(" ", -1))
                        .map(id -> Objects.requireNonNull(page.getElementById(id), id))
                        .map(it -> it.equals(picture) ? it.attr("aria-label") : it.text())
                        .collect(Collectors.joining(" "))
                    : picture.attr("aria-label"))
        .toList();
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
    return Jsoup.parse(HtmlReport.render(Contents.of(run, Summarizer.summarize(run), Medium.PAGE)));
  }
}
