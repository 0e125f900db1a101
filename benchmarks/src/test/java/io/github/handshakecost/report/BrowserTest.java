package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
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
      List.of("20261124T111012Z-6d22f97", "20261124T125000Z-8014f62", "20261124T130939Z-8014f62");

  private final Path temp;
  private Chromium browser;
  private Tab tab;

  BrowserTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @BeforeAll
  void start() throws IOException, InterruptedException {
    assumeTrue(
        Chromium.find().isPresent(),
        "no browser test: there is no chromium on the PATH; install Debian's package chromium");
    browser = Chromium.start(Chromium.find().orElseThrow(), temp);
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
    tab.size(1280, 900);
    tab.media("screen", "light");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261124T111012Z-6d22f97",
        "20261124T125000Z-8014f62",
        "20261124T130939Z-8014f62",
        "sample"
      })
  void pageComplainsOfNothingAndFetchesNothing(String run) throws Exception {
    final Path page = load(run);

    // Before anything of the test itself runs in the page.
    assertThat(tab.complaints()).isEmpty();
    for (final String scheme : List.of("light", "dark")) {
      tab.media("screen", scheme);
      assertThat(violations()).as(scheme).isEmpty();
      tab.screenshot(SCREENSHOTS.resolve(run + "-" + scheme + ".png"), 16_000);
    }

    assertThat(tab.requests()).containsExactly(page.toAbsolutePath().toUri().toString());
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

  @Test
  void paperHasNoControlsAndIsLight() throws Exception {
    load(RUNS.get(1));
    tab.media("print", "dark");
    tab.size(720, 1000);

    assertThat(shown(".bar")).isFalse();
    assertThat(shown("nav")).isFalse();
    assertThat(shown(".views")).isFalse();
    assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
    tab.screenshot(SCREENSHOTS.resolve(RUNS.get(1) + "-print.png"), 12_000);
    tab.pdf(SCREENSHOTS.resolve(RUNS.get(1) + ".pdf"));
  }

  @Test
  void sectionsOfOtherPlacesAreHidden() throws Exception {
    load("sample");
    choose("rtt", "20ms");

    assertThat(headings())
        .isNotEmpty()
        .allSatisfy(heading -> assertThat(heading).doesNotContain("rtt 0ms", "rtt 5ms"))
        .anySatisfy(heading -> assertThat(heading).contains("HTTP, rtt 20ms"))
        // The curve over all distances stays.
        .anySatisfy(heading -> assertThat(heading).doesNotContain("rtt"));

    choose("protocol", "tls1.3");

    assertThat(headings())
        .isNotEmpty()
        .allSatisfy(heading -> assertThat(heading).startsWith("TLS 1.3"));

    choose("rtt", "all");
    choose("protocol", "all");

    assertThat(headings()).anySatisfy(heading -> assertThat(heading).contains("HTTP, rtt 0ms"));
  }

  @Test
  void arrowKeysWalkTheMarksOfFocusedChart() throws Exception {
    load("sample");
    tab.evaluate("document.querySelector('figure[data-u=\"µs\"] svg').focus()");
    assertThat(shown("#tip")).isFalse();

    tab.press("ArrowRight");
    final String first = text("#tip");
    tab.press("ArrowRight");
    final String second = text("#tip");

    assertThat(shown("#tip")).isTrue();
    assertThat(first).contains("µs");
    assertThat(second).contains("µs").isNotEqualTo(first);

    tab.press("Escape");
    assertThat(shown("#tip")).isFalse();
  }

  @Test
  void everyMarkSaysWhatTheTableSays() throws Exception {
    load("sample");
    final String chart = "[...document.querySelectorAll('figure[data-u=times] svg')][0]";
    tab.evaluate(chart + ".focus()");

    tab.press("ArrowRight");

    final String cell =
        tab.evaluate(chart + ".closest('figure').querySelector('tbody td').textContent").asText();
    assertThat(text("#tip")).contains(cell, "0ms", "new-connection-resumed");
  }

  @Test
  void mouseShowsTheValueOfTheNearestMark() throws Exception {
    load("sample");
    tab.evaluate("document.querySelector('figure[data-u=\"µs\"]').scrollIntoView()");
    final String corner =
        "(()=>{const s=document.querySelector('figure[data-u=\"µs\"] svg');"
            + "const m=s.querySelector('path[data-c=\"5\"]').getAttribute('d').match(/M(\\d+),(\\d+)/);"
            + "const p=new DOMPoint(+m[1]+1,+m[2]).matrixTransform(s.getScreenCTM());"
            + "return [p.x,p.y]})()";
    final JsonNode at = tab.evaluate(corner);

    tab.moveMouse(at.get(0).asDouble(), at.get(1).asDouble());

    assertThat(text("#tip")).contains("pooled", "exchange");
  }

  @Test
  void coloursAndViewsAreSwitchedByKeyboard() throws Exception {
    load("sample");
    final String before = paper();
    tab.evaluate("document.getElementById('theme').focus()");
    tab.press("Enter");

    assertThat(paper()).isNotEqualTo(before);
    assertThat(tab.evaluate("document.getElementById('theme').ariaPressed").asText())
        .isEqualTo("true");

    tab.evaluate("document.querySelector('.views button:last-child').focus()");
    tab.press("Enter");

    assertThat(text(".views button[aria-pressed=true]")).isEqualTo("shares");
    assertThat(shown(".v[data-v=shares]")).isTrue();
    assertThat(shown(".v[data-v='true length']")).isFalse();
  }

  @Test
  void everythingIsThereWithoutScript() throws Exception {
    tab.withoutScript();
    load("sample");

    tab.screenshot(SCREENSHOTS.resolve("sample-without-script.png"), 8_000);
    // The second views too: there is nothing to switch to them with.
    assertThat(shown(".v[data-v=shares]")).isTrue();
    assertThat(shown(".bar")).isFalse();
    assertThat(headings()).hasSizeGreaterThan(10);
  }

  private Path load(String run) throws InterruptedException {
    final Path page = temp.resolve(run).resolve("report.html");
    tab.load(page);
    return page;
  }

  private List<String> violations() throws IOException {
    try (InputStream axe =
        Objects.requireNonNull(
            BrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/" + axeVersion() + "/axe.min.js"))) {
      tab.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
    }
    final JsonNode found =
        tab.evaluate(
            "axe.run().then(it => it.violations.map("
                + "v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join(' ')))");
    return IntStream.range(0, found.size()).mapToObj(i -> found.get(i).asText()).toList();
  }

  private static String axeVersion() throws IOException {
    final Properties pom = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            BrowserTest.class.getResourceAsStream(
                "/META-INF/maven/org.webjars.npm/axe-core/pom.properties"))) {
      pom.load(in);
    }
    return pom.getProperty("version");
  }

  private void choose(String axis, String value) {
    tab.evaluate(
        """
        (() => {
          const label = [...document.querySelectorAll('.bar label')].find(it => it.textContent.startsWith('%s'));
          const select = label.querySelector('select');
          select.value = [...select.options].find(it => it.text === '%s').value;
          select.dispatchEvent(new Event('change'));
        })()
        """
            .formatted(axis, value));
  }

  private List<String> headings() {
    final String visible =
        "[...document.querySelectorAll('h3,[scope=rowgroup]')].filter(it => it.checkVisibility()).map(it => it.textContent)";
    return List.of(tab.evaluate(visible + ".join('\\n')").asText().split("\n", -1));
  }

  private boolean shown(String selector) {
    return tab.evaluate("document.querySelector(\"%s\").checkVisibility()".formatted(selector))
        .asBoolean();
  }

  private String text(String selector) {
    return tab.evaluate("document.querySelector('%s').textContent".formatted(selector)).asText();
  }

  private String paper() {
    return tab.evaluate("getComputedStyle(document.body).backgroundColor").asText();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (final Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
