package io.github.handshakecost.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.handshakecost.report.chart.Palette;
import io.github.handshakecost.report.chart.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A report as one page that needs nothing else: no server, no network, no script. Its policy allows
 * the style sheet that stands in it, by its digest, an icon that is empty, and nothing else.
 */
final class HtmlReport {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          HtmlReport.class.getClassLoader(),
          HtmlReport.class.getPackageName());

  private HtmlReport() {}

  /** The content of {@code page.jte}, with its {@code Content-Security-Policy}. */
  record Page(
      String title, String policy, String style, List<Block> intro, List<Section> sections) {}

  /** A section below its heading. */
  record Section(String id, String title, List<Block> blocks) {}

  /** A page of these blocks: a title, and a section for each heading of level 2. */
  static String render(List<Block> blocks) {
    final List<Block> intro = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    String title = "";
    List<Block> open = intro;
    for (final Block block : blocks) {
      if (block instanceof Block.Heading heading && heading.level() == 1) {
        title = heading.text();
      } else if (block instanceof Block.Heading heading && heading.level() == 2) {
        open = new ArrayList<>();
        sections.add(new Section("s" + (sections.size() + 1), heading.text(), open));
      } else {
        open.add(block);
      }
    }
    final String style = style();
    final StringOutput out = new StringOutput();
    TEMPLATES.render("page.jte", new Page(title, policy(style), style, intro, sections), out);
    return out.toString();
  }

  /** Paper is light whatever the reader's screen is. */
  private static String style() {
    final String light = Scheme.LIGHT.css();
    final String dark = Scheme.DARK.css();
    return ":root{%s}\n".formatted(light)
        + "@media screen and (prefers-color-scheme:dark){:root{%s}}\n".formatted(dark)
        + Palette.css()
        + "\n"
        + styleSheet();
  }

  private static String styleSheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("style.css")) {
      return new String(
          Objects.requireNonNull(in, "style.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String policy(String style) {
    // A page without an icon makes browsers ask the server for one, which this would then forbid.
    return "default-src 'none'; img-src data:; style-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(digest(style));
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
