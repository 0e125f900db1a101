package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a reader has it, in a browser; needs Debian's package chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
  private static final Path RESULTS = Path.of("..", "results");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> RUNS =
      List.of("20261128T085400Z-5e1cd80", "20261128T113038Z-a839e52");

  private final Path temp;
  private Chromium browser;
  private Tab tab;
  private ReportPage page;

  BrowserTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @BeforeAll
  void start() throws IOException, InterruptedException {
    browser = Chromium.startOrSkip(temp);
    System.out.println("Testing report.html in " + browser.version());
    for (final String run : RUNS) {
      copy(RESULTS.resolve(run), temp.resolve(run));
      Reports.write(RunDirectory.open(temp.resolve(run)));
    }
    Reports.write(
        SavedRuns.save(
            SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms"), 3),
            temp.resolve("sample")));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openTab() {
    tab = browser.open();
    page = new ReportPage(tab);
    tab.size(1280, 900);
    tab.media("screen", "light");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261128T085400Z-5e1cd80", "20261128T113038Z-a839e52", "sample"})
  void pageComplainsOfNothingAndFetchesNothing(String run) throws Exception {
    final Path file = load(run);

    // Before anything of the test itself runs in the page.
    assertThat(tab.complaints()).isEmpty();
    for (final String scheme : List.of("light", "dark")) {
      tab.media("screen", scheme);
      assertThat(page.violations()).as(scheme).isEmpty();
    }

    assertThat(tab.requests()).containsExactly(file.toAbsolutePath().toUri().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 768, 1200})
  void nothingIsCutOffOrWiderThanTheScreen(int width) throws Exception {
    tab.size(width, 800);
    for (final String run : RUNS) {
      load(run);

      assertThat(
              tab.evaluate(
                  """
                  [...document.querySelectorAll('body *')]
                    .filter(it => it.getBoundingClientRect().right > innerWidth || (it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0 && !it.closest('svg')))
                    .map(it => it.outerHTML.slice(0, 120))
                  """))
          .isEmpty();
    }
    tab.screenshot(SCREENSHOTS.resolve(width + ".png"), 12_000);
  }

  @Test
  void paperHasNoContentsAndIsLight() throws Exception {
    load(RUNS.get(1));
    tab.media("print", "dark");
    tab.size(720, 1000);

    assertThat(page.shown("nav")).isFalse();
    assertThat(page.paper()).isEqualTo("rgb(255, 255, 255)");
    tab.pdf(SCREENSHOTS.resolve(RUNS.get(1) + ".pdf"));
  }

  private Path load(String run) throws InterruptedException {
    final Path file = temp.resolve(run).resolve("report.html");
    tab.load(file);
    return file;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (final Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
