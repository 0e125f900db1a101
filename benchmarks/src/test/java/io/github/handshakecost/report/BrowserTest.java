package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
      tab.screenshot(SCREENSHOTS.resolve(run + "-" + scheme + ".png"), 16_000);
    }

    assertThat(tab.requests()).containsExactly(file.toAbsolutePath().toUri().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280})
  void nothingIsWiderThanTheScreen(int width) throws Exception {
    tab.size(width, 800);
    load(RUNS.get(1));

    assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(width);
    tab.screenshot(SCREENSHOTS.resolve(RUNS.get(1) + "-" + width + ".png"), 12_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void onPhoneTheNameOfARowStaysBesideItsFigures(String scheme) throws Exception {
    tab.size(375, 800);
    tab.media("screen", scheme);
    load(RUNS.get(1));

    // All tables as far to the right as they go.
    final JsonNode rows =
        tab.evaluate(
            """
            [...document.querySelectorAll('.t')].flatMap(box => {
              box.scrollLeft = box.scrollWidth;
              const edge = box.getBoundingClientRect();
              return [...box.querySelectorAll('th[scope=row],th>span,thead th:first-child')].map(name => {
                const at = name.getBoundingClientRect();
                return [at.left - edge.left, name.tagName === 'SPAN' ? 0 : at.width / edge.width];
              });
            })
            """);
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.get(0).asDouble()).isBetween(-0.5, 0.5);
              assertThat(row.get(1).asDouble()).isLessThan(0.6);
            });
    tab.screenshot(SCREENSHOTS.resolve(RUNS.get(1) + "-375-" + scheme + ".png"), 12_000);
  }

  @Test
  void headingOfAGroupOfRowsStaysWithThemOnPaper() throws Exception {
    load(RUNS.get(1));
    tab.media("print", "light");

    assertThat(
            tab.evaluate(
                "[...document.querySelectorAll('[scope=rowgroup]')].map(it => getComputedStyle(it.parentNode).breakAfter)"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.asText()).isEqualTo("avoid"));
  }

  @Test
  void paperHasNoControlsAndIsLight() throws Exception {
    load(RUNS.get(1));
    tab.media("print", "dark");
    tab.size(720, 1000);

    assertThat(page.shown(".bar")).isFalse();
    assertThat(page.shown("nav")).isFalse();
    assertThat(page.shown(".views")).isFalse();
    assertThat(page.paper()).isEqualTo("rgb(255, 255, 255)");
    tab.screenshot(SCREENSHOTS.resolve(RUNS.get(1) + "-print.png"), 12_000);
    tab.pdf(SCREENSHOTS.resolve(RUNS.get(1) + ".pdf"));
  }

  @Test
  void sectionsOfOtherPlacesAreHidden() throws Exception {
    load("sample");
    page.choose("rtt", "20ms");

    assertThat(page.headings())
        .isNotEmpty()
        .allSatisfy(heading -> assertThat(heading).doesNotContain("rtt 0ms", "rtt 5ms"))
        .anySatisfy(heading -> assertThat(heading).contains("HTTP, rtt 20ms"))
        // The curve over all distances stays.
        .anySatisfy(heading -> assertThat(heading).doesNotContain("rtt"));

    page.choose("protocol", "tls1.3");

    assertThat(page.headings())
        .isNotEmpty()
        .allSatisfy(heading -> assertThat(heading).startsWith("TLS 1.3"));

    page.choose("rtt", "all");
    page.choose("protocol", "all");

    assertThat(page.headings())
        .anySatisfy(heading -> assertThat(heading).contains("HTTP, rtt 0ms"));
  }

  @Test
  void coloursAndViewsAreSwitchedByKeyboard() throws Exception {
    load("sample");
    final String before = page.paper();
    tab.evaluate("document.getElementById('theme').focus()");
    tab.press("Enter");

    assertThat(page.paper()).isNotEqualTo(before);
    assertThat(tab.evaluate("document.getElementById('theme').ariaPressed").asText())
        .isEqualTo("true");

    tab.evaluate("document.querySelector('.views button:last-child').focus()");
    tab.press("Enter");

    assertThat(page.text(".views button[aria-pressed=true]")).isEqualTo("shares");
    assertThat(page.shown(".v[data-v=shares]")).isTrue();
    assertThat(page.shown(".v[data-v='true length']")).isFalse();
  }

  @Test
  void everythingIsThereWithoutScript() throws Exception {
    tab.withoutScript();
    load("sample");

    tab.screenshot(SCREENSHOTS.resolve("sample-without-script.png"), 8_000);
    // The second views too: there is nothing to switch to them with.
    assertThat(page.shown(".v[data-v=shares]")).isTrue();
    assertThat(page.shown(".bar")).isFalse();
    assertThat(page.headings()).hasSizeGreaterThan(10);
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
