package io.github.handshakecost.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A report for a terminal, in ASCII: under the POSIX locale Java prints every other character as a
 * question mark.
 */
final class ConsoleReport {
  private static final int WIDTH = 80;
  private static final String GAP = "  ";

  /** A longer head is broken, so that it does not push its column out of the picture. */
  private static final int HEAD = 24;

  private ConsoleReport() {}

  static String render(List<Block> blocks) {
    return blocks.stream().map(ConsoleReport::render).collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String render(Block block) {
    if (block instanceof Block.Heading heading) {
      final String line = heading.level() == 1 ? "=" : "-";
      final String text = Terminal.ascii(heading.text());
      return heading.level() > 2 ? text : text + "\n" + line.repeat(text.length());
    }
    if (block instanceof Block.Paragraph paragraph) {
      return wrap(paragraph.text(), "");
    }
    if (block instanceof Block.Quote quote) {
      return "  " + wrap(quote.text(), "  ");
    }
    if (block instanceof Block.Bullets bullets) {
      return bullets.items().stream()
          .map(item -> "- " + wrap(item, "  "))
          .collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Figure figure) {
      return render(figure.picture()) + "\n\n" + table(figure.table());
    }
    if (block instanceof Block.Preformatted lines) {
      return lines.lines().stream().map(Terminal::ascii).collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Picture picture) {
      return wrap(picture.text() + ": see " + picture.file(), "");
    }
    return table((Block.Table) block);
  }

  private static String wrap(String text, String indent) {
    return String.join("\n" + indent, Terminal.wrap(Terminal.ascii(text), WIDTH - indent.length()));
  }

  private static String table(Block.Table table) {
    final List<List<String>> rows = new ArrayList<>();
    rows.addAll(heads(table.columns()));
    rows.addAll(table.rows());
    // One sign can become several characters, which the columns have to hold.
    rows.replaceAll(row -> row.stream().map(Terminal::ascii).toList());
    final List<Integer> widths =
        IntStream.range(0, table.columns().size())
            .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    return parts(widths).stream()
        .map(
            columns ->
                rows.stream()
                    .map(row -> row(row, widths, columns))
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  /** Lines of heads, which end on the same one. */
  private static List<List<String>> heads(List<String> columns) {
    final List<List<String>> broken =
        columns.stream().map(head -> Terminal.wrap(Terminal.ascii(head), HEAD)).toList();
    final int most = broken.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.range(0, most)
        .mapToObj(
            line -> broken.stream().map(lines -> line(lines, line - most + lines.size())).toList())
        .toList();
  }

  private static String line(List<String> lines, int index) {
    return index < 0 ? "" : lines.get(index);
  }

  /** Columns that fit beside each other; those that do not stand below, after the first again. */
  private static List<List<Integer>> parts(List<Integer> widths) {
    final List<List<Integer>> parts = new ArrayList<>();
    parts.add(new ArrayList<>(List.of(0)));
    int taken = widths.get(0);
    for (int column = 1; column < widths.size(); column++) {
      final int width = GAP.length() + widths.get(column);
      if (taken + width > WIDTH && taken > widths.get(0)) {
        parts.add(new ArrayList<>(List.of(0)));
        taken = widths.get(0);
      }
      parts.get(parts.size() - 1).add(column);
      taken += width;
    }
    return parts;
  }

  private static String row(List<String> cells, List<Integer> widths, List<Integer> columns) {
    return columns.stream()
        .map(i -> pad(cells.get(i), widths.get(i), i == 0))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String pad(String cell, int width, boolean left) {
    final String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }
}
