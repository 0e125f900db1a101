package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.LargeRun;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.stats.Summarizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class HtmlReportTest {
  private static final int MOST_BYTES = 1_000_000;

  @Test
  void sectionsStandInTheOrderInWhichTheyAreRead() {
    final Document page =
        page(SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms"), 3));

    assertThat(page.select("h1").eachText()).containsExactly("What a connection costs");
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "The ladder",
            "Cost of a connection",
            "Where the time goes",
            "Ratio against round-trip time",
            "Round trips",
            "Links",
            "Requests per connection",
            "Distribution",
            "Rounds over time",
            "Proof",
            "Environment",
            "Method in short",
            "Quoting and rebuilding");
    assertThat(page.select("nav a").eachText()).isEqualTo(page.select("h2").eachText());
    assertThat(page.select("nav a"))
        .allSatisfy(link -> assertThat(page.select(link.attr("href"))).hasSize(1));
    assertThat(page.select(".intro > *").stream().map(Element::normalName).toList())
        .containsExactly("blockquote", "p", "p", "figure");
  }

  @Test
  void marksStandBeforeTheSentence() {
    final Run run = SampleRuns.complete(3);
    final Run cut = SampleRuns.with(run, run.manifest().ended(RunManifest.End.RUNNING, null));

    final Document page = page(cut);

    assertThat(Objects.requireNonNull(page.selectFirst(".intro")).child(0).className())
        .isEqualTo("alert");
    assertThat(page.select("svg[role=img]"))
        .isNotEmpty()
        .allSatisfy(
            picture -> assertThat(picture.select("text.cb").text()).startsWith("incomplete"));
  }

  @Test
  void imprecisionStandsBeforeTheSentenceAndNotInRed() {
    final Run run = SampleRuns.complete(3);
    final Document page = page(SampleRuns.with(run, SampleChanges.asked(run.manifest(), 0.000_1)));

    final Element first = Objects.requireNonNull(page.selectFirst(".intro")).child(0);
    assertThat(first.className()).isEqualTo("note");
    assertThat(first.text()).startsWith("IMPRECISE: directions certain");
    assertThat(page.select(".alert, svg text.cb")).isEmpty();
  }

  @Test
  void pictureHasTableAndEveryTableHeadersAndCaption() {
    final Document page = page(SampleRuns.complete(3));

    assertThat(page.select(".sections figure"))
        .isNotEmpty()
        .allSatisfy(
            figure -> {
              assertThat(figure.select("svg[role=img]:not([aria-labelledby])")).isEmpty();
              assertThat(figure.select("table")).hasSize(1);
            });
    assertThat(page.select("table"))
        .isNotEmpty()
        .allSatisfy(
            table -> {
              assertThat(table.select("caption").text()).isNotBlank();
              assertThat(table.select("tbody th:not([scope^=row])")).isEmpty();
              assertThat(table.select("tbody tr:not(:has([scope=rowgroup]))"))
                  .allSatisfy(
                      row -> assertThat(row.children()).hasSameSizeAs(table.select("thead th")));
            });
  }

  @Test
  void everyMarkOfPictureHasItsCellInTheTable() {
    final Document page =
        page(SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms"), 3));

    assertThat(page.select(".sections path[data-c]"))
        .isNotEmpty()
        .allSatisfy(
            path -> {
              final Element figure = Objects.requireNonNull(path.closest("figure"));
              assertThat(Integer.parseInt(path.attr("data-c")))
                  .isLessThan(figure.select("thead th").size());
              assertThat(path.attr("d").chars().filter(it -> it == 'M' || it == 'l').count())
                  .isEqualTo(figure.select("tbody tr").size());
            });
    assertThat(page.select(".sections path[data-r]"))
        .isNotEmpty()
        .allSatisfy(
            path -> {
              final Element figure = Objects.requireNonNull(path.closest("figure"));
              assertThat(Integer.parseInt(path.attr("data-r")))
                  .isLessThan(figure.select("tbody tr").size());
              assertThat(path.attr("d").chars().filter(it -> it == 'M' || it == 'l').count())
                  .isEqualTo(figure.select("thead th").size() - 1);
            });
  }

  @Test
  void tablesOfTheSameColumnsAreOneThatCanBeReadDownThePlaces() {
    final Document page =
        page(SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms"), 3));

    final Element table = Objects.requireNonNull(page.selectFirst("#s1 table"));
    assertThat(table.select("tbody[data-p] > tr > th[scope=rowgroup]").eachText())
        .containsExactly(
            "TLS 1.3, rtt 0ms, httpclient5, placement same-core",
            "TLS 1.3, rtt 5ms, httpclient5, placement same-core",
            "HTTP, rtt 0ms, httpclient5, placement same-core",
            "HTTP, rtt 5ms, httpclient5, placement same-core");
    assertThat(table.select("tbody").get(1).select("th[scope=row]").eachText())
        .containsExactly("pooled", "new-connection-resumed", "new-connection-full", "new-client");
  }

  @Test
  void policyAllowsWhatStandsInThePageAndNothingElse() throws Exception {
    final Document page = page(SampleRuns.complete(3));

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; img-src data:;")
        .contains("style-src '" + digest(page.select("style").get(0)) + "'")
        .contains("script-src '" + digest(page.select("script").get(0)) + "'");
    assertThat(page.select("img, iframe, object, embed, [style], [onclick], [src]")).isEmpty();
    // The icon keeps browsers from asking a server for one.
    assertThat(page.select("link, [href]:not([href^=#])").eachAttr("href"))
        .containsExactly("data:,");
    assertThat(page.select("head > link").eachAttr("rel")).containsExactly("icon");
    assertThat(page.select("use"))
        .isNotEmpty()
        .allSatisfy(use -> assertThat(page.select(use.attr("href"))).hasSize(1));
  }

  @Test
  void hostileTextStaysText() {
    final String hostile =
        "\"><script>alert(1)</script><img src=x onerror=alert(1)>@sections@'&amp;";
    final List<Cell> cells =
        SampleRuns.at(SampleRuns.headline(), "0ms", "5ms").stream()
            .map(cell -> cell.with("client", hostile).with("placement", "same-core"))
            .toList();
    final Run run = SampleRuns.of(cells, 2);
    final RunManifest manifest = run.manifest();
    final Run warned =
        SampleRuns.with(
            run,
            new RunManifest(
                manifest.schema(),
                hostile,
                cells,
                manifest.seed(),
                manifest.precision(),
                manifest.timeBudgetSeconds(),
                manifest.commit(),
                manifest.dirty(),
                manifest.startedAt(),
                List.of(new Warning(hostile, hostile)),
                manifest.end(),
                hostile,
                manifest.effort(),
                manifest.jmhArguments(),
                null));

    final Document page = page(warned);

    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("img")).isEmpty();
    assertThat(page.text()).contains(hostile);
    assertThat(page.select("h3, th").eachText()).anySatisfy(it -> assertThat(it).contains(hostile));
    for (final Block block : Contents.of(warned, Summarizer.summarize(warned), Medium.PAGE)) {
      if (block instanceof Block.Figure figure) {
        assertThat(figure.picture().file()).matches("[a-z0-9.-]+");
      }
    }
  }

  @Test
  void sameRunGivesTheSameBytes() {
    assertThat(html(SampleRuns.complete(3))).isEqualTo(html(SampleRuns.complete(3)));
  }

  @Test
  void runWithoutForksHasPage() {
    final Run empty =
        new Run(
            "empty",
            SampleRuns.manifest(SampleRuns.headline()).ended(RunManifest.End.RUNNING, null),
            List.of(),
            Map.of());

    assertThat(page(empty).select("blockquote").text()).contains("no sentence to quote");
  }

  @Test
  void fiveHundredCellsTakeLessThanOneMegabyte() {
    final Run run = LargeRun.measured();

    assertThat(run.measuredCells()).hasSize(500);
    for (final Run each : List.of(run, SampleChanges.ended(run, RunManifest.End.INTERRUPTED))) {
      assertThat(html(each).getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    }
  }

  private static Document page(Run run) {
    return Jsoup.parse(html(run));
  }

  private static String html(Run run) {
    final Summary summary = Summarizer.summarize(run);
    return HtmlReport.render(Contents.of(run, summary, Medium.PAGE));
  }

  private static String digest(Element element) throws Exception {
    final byte[] content = element.data().getBytes(StandardCharsets.UTF_8);
    return "sha256-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
