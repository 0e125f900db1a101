package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Dress;
import io.github.handshakecost.report.chart.Markup;
import io.github.handshakecost.report.chart.Palette;
import io.github.handshakecost.report.chart.Scheme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A report as one page that needs nothing else: no server, no network, and no script to be read.
 * Its policy allows the style sheet and the script that stand in it, by their digests, an icon that
 * is empty, and nothing that comes from elsewhere.
 */
final class HtmlReport {
  private HtmlReport() {}

  static String render(List<Block> blocks) {
    final Dress dress = Dress.page();
    final Filters filters = Filters.of(blocks);
    final HtmlOutline outline = new HtmlOutline(new HtmlBlocks(dress, filters), filters);
    outline.addAll(blocks);
    final String style = style();
    final String script = Resources.text("script.js");
    return Resources.filled(
        "page.html",
        Map.of(
            "title", Markup.escape(outline.title()),
            "policy", policy(style, script),
            "selects", filters.selects(),
            "style", style,
            "script", script,
            "definitions", dress.definitions(),
            "intro", outline.intro(),
            "contents", outline.contents(),
            "sections", outline.sections()));
  }

  /** Paper is light whatever the reader's screen is. */
  private static String style() {
    final String light = Scheme.LIGHT.css();
    final String dark = Scheme.DARK.css();
    return ":root{%s}\n".formatted(light)
        + "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){%s}}\n"
            .formatted(dark)
        + "@media screen{:root[data-theme=dark]{%s}}\n".formatted(dark)
        + Palette.css()
        + "\n"
        + Resources.text("style.css");
  }

  private static String policy(String style, String script) {
    // A page without an icon makes browsers ask the server for one, which this would then forbid.
    return "default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(digest(style), digest(script));
  }

  private static String digest(String text) {
    try {
      final byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
