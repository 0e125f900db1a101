package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.handshakecost.result.SampleRuns;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A picture's values, by keyboard, mouse and finger; needs Debian's package chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MarkValuesTest {
  private static final String CHART = "figure[data-u=\"µs\"] .v.on svg";

  private final Path temp;
  private SamplePage sample;
  private Tab tab;
  private ReportPage page;

  MarkValuesTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @BeforeAll
  void start() throws IOException, InterruptedException {
    sample =
        SamplePage.writeOrSkip(
            temp, SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms"), 3));
  }

  @AfterAll
  void stop() {
    if (sample != null) {
      sample.close();
    }
  }

  @BeforeEach
  void openPage() throws InterruptedException {
    tab = sample.open();
    page = new ReportPage(tab);
  }

  @Test
  void arrowKeysWalkTheMarksOfFocusedChart() {
    tab.evaluate(nth(0) + ".focus()");
    assertThat(page.shown("#tip")).isFalse();

    tab.press("ArrowRight");
    final String first = page.text("#tip");
    tab.press("ArrowRight");
    final String second = page.text("#tip");

    assertThat(page.shown("#tip")).isTrue();
    assertThat(first).contains("µs");
    assertThat(second).contains("µs").isNotEqualTo(first);

    tab.press("Escape");
    assertThat(page.shown("#tip")).isFalse();
  }

  @Test
  void everyMarkSaysWhatTheTableSays() {
    final String chart = "[...document.querySelectorAll('figure[data-u=times] svg')][0]";
    tab.evaluate(chart + ".focus()");

    tab.press("ArrowRight");

    final String cell =
        tab.evaluate(chart + ".closest('figure').querySelector('tbody td').textContent").asText();
    assertThat(page.text("#tip")).contains(cell, "0ms", "new-connection-resumed");
  }

  @Test
  void mouseShowsTheValueOfTheNearestMark() {
    final JsonNode at = exchange(0);

    tab.moveMouse(at.get(0).asDouble(), at.get(1).asDouble());

    assertThat(page.text("#tip")).contains("pooled", "exchange");
  }

  @Test
  void tapShowsTheValueUntilAnotherIsTapped() {
    final JsonNode first = exchange(0);
    tab.tap(first.get(0).asDouble(), first.get(1).asDouble());

    assertThat(page.shown("#tip")).isTrue();
    assertThat(page.text("#tip")).contains("pooled", "exchange");

    final JsonNode second = exchange(1);
    tab.tap(second.get(0).asDouble(), second.get(1).asDouble());

    assertThat(page.shown("#tip")).isTrue();
    assertThat(tab.evaluate(nth(1) + ".contains(document.querySelector('.ring'))").asBoolean())
        .isTrue();
  }

  /** A region that is hidden while its text changes is announced by no screen reader. */
  @Test
  void valueIsAnnouncedInARegionThatIsAlwaysThere() {
    assertThat(page.shown("[role=status]")).isTrue();
    assertThat(page.text("[role=status]")).isEmpty();
    tab.evaluate(nth(0) + ".focus()");

    tab.press("ArrowRight");

    assertThat(page.shown("[role=status]")).isTrue();
    assertThat(page.text("[role=status]")).contains("µs", "set-up");

    tab.press("Escape");
    assertThat(page.text("[role=status]")).isEmpty();
  }

  /** The middle of the pooled rung's exchange in one of the pictures, which comes into view. */
  private JsonNode exchange(int picture) {
    return tab.evaluate(
        """
        (() => {
          const svg = %s;
          svg.scrollIntoView({block: 'center'});
          const bar = svg.querySelector('path[data-c="5"]').getAttribute('d').match(/M(\\d+),(\\d+)h(\\d+)/);
          const point = new DOMPoint(+bar[1] + bar[3] / 2, +bar[2]).matrixTransform(svg.getScreenCTM());
          // A touch finds what the last frame showed.
          return new Promise(done =>
              requestAnimationFrame(() => requestAnimationFrame(() => done([point.x, point.y]))));
        })()
        """
            .formatted(nth(picture)));
  }

  private static String nth(int picture) {
    return "[...document.querySelectorAll('%s')][%d]".formatted(CHART, picture);
  }
}
