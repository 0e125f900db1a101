package io.github.handshakecost.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;

/** What a reader of the page sees and does in a tab. */
final class ReportPage {
  private final Tab tab;

  ReportPage(Tab tab) {
    this.tab = tab;
  }

  List<String> violations() throws IOException {
    try (InputStream axe =
        Objects.requireNonNull(
            ReportPage.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/" + axeVersion() + "/axe.min.js"))) {
      tab.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
    }
    final JsonNode found =
        tab.evaluate(
            "axe.run({resultTypes: ['violations']}).then(it => it.violations.map("
                + "v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html).join(' ')))");
    return IntStream.range(0, found.size()).mapToObj(i -> found.get(i).asText()).toList();
  }

  private static String axeVersion() throws IOException {
    final Properties pom = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            ReportPage.class.getResourceAsStream(
                "/META-INF/maven/org.webjars.npm/axe-core/pom.properties"))) {
      pom.load(in);
    }
    return pom.getProperty("version");
  }

  List<String> headings() {
    final String visible =
        "[...document.querySelectorAll('h3')].filter(it => it.checkVisibility()).map(it => it.textContent)";
    return List.of(tab.evaluate(visible + ".join('\\n')").asText().split("\n", -1));
  }

  boolean shown(String selector) {
    return tab.evaluate("document.querySelector(\"%s\").checkVisibility()".formatted(selector))
        .asBoolean();
  }

  String paper() {
    return tab.evaluate("getComputedStyle(document.body).backgroundColor").asText();
  }
}
