package io.github.handshakecost.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report as GitHub-flavoured Markdown. */
final class MarkdownReport {
  /** An interval looks like a link and is none, unless more follows; it stays as it is read. */
  private static final String INTERVAL = "\\[-?[\\d.,]+, -?[\\d.,]+\\](?![(\\[:])";

  private static final Pattern MARKUP = Pattern.compile("(" + INTERVAL + ")|[\\\\`*_<|~\\[\\]!&]");

  /** The start of a line that Markdown takes for a heading, a list or a quote. */
  private static final Pattern HEAD = Pattern.compile("^(?:(?:#+|[-+]|\\d+[.)])(?= |$)|>)");

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private MarkdownReport() {}

  static String render(List<Block> blocks) {
    return blocks.stream()
        .map(MarkdownReport::render)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String render(Block block) {
    if (block instanceof Block.Heading heading) {
      // Several sections have a part for each place: as headings, these would be doubled.
      return heading.level() > 2
          ? "**" + escape(heading.text()) + "**"
          : "#".repeat(heading.level()) + " " + escape(heading.text());
    }
    if (block instanceof Block.Paragraph paragraph) {
      return line(paragraph.text());
    }
    if (block instanceof Block.Quote quote) {
      return "> " + line(quote.text());
    }
    if (block instanceof Block.Bullets bullets) {
      return bullets.items().stream()
          .map(item -> "- " + line(item))
          .collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Figure figure) {
      return render(figure.picture()) + "\n\n" + table(figure.table());
    }
    if (block instanceof Block.Preformatted lines) {
      return fenced(lines.lines().stream().map(MarkdownReport::plain).toList());
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

  /** A fence ends at one that is as long, so it has to be longer than any in the text. */
  private static String fenced(List<String> lines) {
    String fence = "```";
    while (String.join("\n", lines).contains(fence)) {
      fence += "`";
    }
    return fence + "text\n" + String.join("\n", lines) + "\n" + fence;
  }

  private static String line(String text) {
    final String escaped = escape(text);
    final Matcher head = HEAD.matcher(escaped);
    return head.find()
        ? escaped.substring(0, head.end() - 1) + "\\" + escaped.substring(head.end() - 1)
        : escaped;
  }

  /** Text from saved files must not become markup. */
  private static String escape(String text) {
    return MARKUP
        .matcher(plain(text))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) == null ? "\\" + found.group() : found.group()));
  }

  private static String plain(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
