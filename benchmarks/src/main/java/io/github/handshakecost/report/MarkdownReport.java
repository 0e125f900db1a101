package io.github.handshakecost.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as GitHub-flavoured Markdown. */
final class MarkdownReport {
  private static final Pattern MARKUP = Pattern.compile("([\\\\`*_<|~])");

  private MarkdownReport() {}

  static String render(List<Block> blocks) {
    return blocks.stream()
        .map(MarkdownReport::render)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String render(Block block) {
    if (block instanceof Block.Heading heading) {
      return "#".repeat(heading.level()) + " " + escape(heading.text());
    }
    if (block instanceof Block.Paragraph paragraph) {
      return escape(paragraph.text());
    }
    if (block instanceof Block.Quote quote) {
      return "> " + escape(quote.text());
    }
    if (block instanceof Block.Bullets bullets) {
      return bullets.items().stream()
          .map(item -> "- " + escape(item))
          .collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Alert alert) {
      return render(new Block.Bullets(alert.items()));
    }
    if (block instanceof Block.Figure figure) {
      return render(figure.picture()) + "\n\n" + table(figure.table());
    }
    if (block instanceof Block.Preformatted lines) {
      return "```text\n" + String.join("\n", lines.lines()) + "\n```";
    }
    if (block instanceof Block.Picture picture) {
      return "![%s](%s)".formatted(escape(picture.text()), picture.file());
    }
    return table((Block.Table) block);
  }

  private static String table(Block.Table table) {
    final String rule =
        table.columns().stream().skip(1).map(column -> "---:|").collect(Collectors.joining());
    return row(table.columns())
        + "\n|---|"
        + rule
        + "\n"
        + table.rows().stream().map(MarkdownReport::row).collect(Collectors.joining("\n"));
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(MarkdownReport::escape)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Text from saved files must not become markup. */
  private static String escape(String text) {
    return MARKUP.matcher(text).replaceAll("\\\\$1").replace("\n", " ");
  }
}
