package io.github.handshakecost.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Warning;
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
  @Test
  void sectionsStandInTheOrderInWhichTheyAreRead() {
    final Document page =
        page(SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms"), 3));

    assertThat(page.select("h1").eachText()).containsExactly("What a connection costs");
    assertThat(page.select("h2").eachText())
        .containsExactly(
            "Ratio against round-trip time",
            "The ladder",
            "Cost of a connection",
            "Where the time goes",
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
        .containsExactly("blockquote", "p", "figure", "p", "p");
  }

  @Test
  void whatIsWrongStandsBeforeTheAnswer() {
    final Run run = SampleRuns.complete(3);
    final Run cut = SampleRuns.with(run, run.manifest().ended(RunManifest.End.RUNNING, null));

    final Document page = page(cut);

    assertThat(first(page).className()).isEqualTo("note");
    assertThat(page.select(".alert")).isEmpty();
    assertThat(page.select("svg[role=img]"))
        .isNotEmpty()
        .allSatisfy(
            picture -> assertThat(picture.select("text.cb").text()).startsWith("incomplete"));
  }

  @Test
  void imprecisionStandsBelowTheAnswer() {
    final Run run = SampleRuns.complete(3);
    final Document page = page(SampleRuns.with(run, SampleChanges.asked(run.manifest(), 0.000_1)));

    assertThat(first(page).normalName()).isEqualTo("blockquote");
    assertThat(page.select(".note").text()).contains("direction certain");
    assertThat(page.select(".alert, svg text.cb")).isEmpty();
  }

  @Test
  void onlyAnOpenAnswerIsRed() {
    final Run run = SampleRuns.complete(3);
    final Cell full = SampleRuns.cell("request", "new-connection-full", "tls1.3");
    final Run alike =
        SampleChanges.slower(
            run,
            cell -> cell.equals(full) ? mean(run, "pooled") / mean(run, "new-connection-full") : 1);

    assertThat(first(page(alike)).className()).isEqualTo("alert");
    assertThat(page(alike).select(".intro svg").text()).contains("no difference found");
  }

  @Test
  void answerSaysWhatReuseSaves() {
    final Document page =
        page(SampleRuns.of(SampleRuns.at(SampleRuns.headline(), "0ms", "5ms", "20ms"), 3));

    assertThat(page.select(".intro blockquote").text()).startsWith("Round trip of 20 ms: ");
    assertThat(page.select(".intro svg").text())
        .containsPattern("[\\d.]+× · reuse saves [\\d.]+ ms");
  }

  @Test
  void pictureHasTableAndEveryTableHasHeaders() {
    final Document page = page(SampleRuns.complete(3));

    assertThat(page.select("figure"))
        .isNotEmpty()
        .allSatisfy(
            figure -> {
              assertThat(figure.select("svg[role=img][aria-label]")).hasSize(1);
              assertThat(figure.select("table")).hasSize(1);
            });
    assertThat(page.select("table"))
        .isNotEmpty()
        .allSatisfy(
            table ->
                assertThat(table.select("tbody tr"))
                    .allSatisfy(
                        row -> assertThat(row.children()).hasSameSizeAs(table.select("thead th"))));
  }

  @Test
  void policyAllowsWhatStandsInThePageAndNothingElse() throws Exception {
    final Document page = page(SampleRuns.complete(3));

    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; img-src data:;")
        .contains("style-src '" + digest(page.select("style").get(0)) + "'");
    assertThat(page.select("script, img, iframe, object, embed, [style], [onclick], [src]"))
        .isEmpty();
    // The icon keeps browsers from asking a server for one.
    assertThat(page.select("link, [href]:not([href^=#])").eachAttr("href"))
        .containsExactly("data:,");
    assertThat(page.select("head > link").eachAttr("rel")).containsExactly("icon");
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
                manifest.id(),
                hostile,
                cells,
                manifest.seed(),
                manifest.precision(),
                manifest.timeBudgetSeconds(),
                manifest.commit(),
                manifest.dirty(),
                manifest.startedAt(),
                manifest.endedAt(),
                List.of(new Warning(hostile, hostile)),
                manifest.end(),
                hostile,
                manifest.effort(),
                manifest.jmhArguments(),
                null));

    final Document page = page(warned);

    assertThat(page.select("script, img")).isEmpty();
    assertThat(page.text()).contains(hostile);
    assertThat(page.select("h3, th").eachText()).anySatisfy(it -> assertThat(it).contains(hostile));
    for (final Block block : Reports.blocks(NamedRun.of(warned), true)) {
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

    assertThat(page(empty).select("blockquote").text()).contains("Nothing was measured.");
  }

  private static Element first(Document page) {
    return Objects.requireNonNull(page.selectFirst(".intro")).child(0);
  }

  private static double mean(Run run, String policy) {
    return run.forks().stream()
        .filter(fork -> fork.cell().equals(SampleRuns.cell("request", policy, "tls1.3")))
        .mapToDouble(ForkRecord::mean)
        .average()
        .orElseThrow();
  }

  private static Document page(Run run) {
    return Jsoup.parse(html(run));
  }

  private static String html(Run run) {
    return HtmlReport.render(Reports.blocks(NamedRun.of(run), true));
  }

  private static String digest(Element element) throws Exception {
    final byte[] content = element.data().getBytes(StandardCharsets.UTF_8);
    return "sha256-"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
