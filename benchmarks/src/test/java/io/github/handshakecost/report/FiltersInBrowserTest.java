package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.SampleRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a choice of places leaves of the page; needs Debian's package chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FiltersInBrowserTest {
  private static final String NOTHING = "Nothing to show at this choice.";

  private final Path temp;
  private SamplePage sample;
  private Tab tab;
  private ReportPage page;

  FiltersInBrowserTest(@TempDir Path temp) {
    this.temp = temp;
  }

  /** Of the second client there is but one rung, over HTTP. */
  @BeforeAll
  void start() throws IOException, InterruptedException {
    final List<Cell> cells = new ArrayList<>(SampleRuns.headline());
    cells.add(SampleRuns.cell("request", "pooled", "http").with("client", "raw-socket"));
    sample =
        SamplePage.writeOrSkip(temp, SampleRuns.of(SampleRuns.at(cells, "0ms", "5ms", "20ms"), 3));
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
  void sectionWithoutAnythingToShowSaysSo() {
    assertThat(sections(NOTHING)).isEmpty();

    page.choose("protocol", "http");
    page.choose("client", "raw-socket");

    assertThat(sections(NOTHING))
        .containsExactly(
            "Cost of a connection", "Ratio against round-trip time", "Requests per connection");
    assertThat(headsWithoutRows()).isZero();

    page.choose("client", "all");

    assertThat(sections(NOTHING)).isEmpty();
    assertThat(headsWithoutRows()).isZero();
  }

  @Test
  void rowsOfOtherPlacesAreHidden() {
    page.choose("rtt", "20ms");

    assertThat(rows("Links")).containsExactly("20ms");
    // A line through all distances is at none of them.
    assertThat(rows("Round trips")).isNotEmpty();

    page.choose("protocol", "http");

    assertThat(rows("Round trips"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).contains("HTTP"));
  }

  @Test
  void linkToFiguresThatAreHiddenIsHidden() {
    assertThat(page.shown("figcaption a")).isTrue();

    page.choose("protocol", "http");

    assertThat(page.shown("figcaption a")).isFalse();
  }

  private List<String> sections(String note) {
    return lines(
        "[...document.querySelectorAll('.sections>section>p')]"
            + ".filter(it => it.checkVisibility() && it.textContent === '"
            + note
            + "').map(it => it.parentNode.querySelector('h2').textContent)");
  }

  private int headsWithoutRows() {
    return tab.evaluate(
            "[...document.querySelectorAll('table')].filter(it => it.checkVisibility()"
                + " && ![...it.querySelectorAll('td')].some(cell => cell.checkVisibility())).length")
        .asInt();
  }

  /** The names of the rows that a section shows. */
  private List<String> rows(String section) {
    return lines(
        "[...[...document.querySelectorAll('.sections>section')]"
            + ".find(it => it.querySelector('h2').textContent === '"
            + section
            + "').querySelectorAll('th[scope=row]')]"
            + ".filter(it => it.checkVisibility()).map(it => it.textContent)");
  }

  private List<String> lines(String array) {
    return tab.evaluate(array + ".join('\\n')").asText().lines().toList();
  }
}
