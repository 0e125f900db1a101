package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Dress;
import io.github.handshakecost.report.chart.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks as HTML. End tags that HTML lets one leave out are left out: there are many of them. */
final class HtmlBlocks {
  /** Where the figures of the picture that stands alone are. */
  private static final String FIGURES = "figures";

  private final Dress dress;
  private final Filters filters;

  /** The section that is being written; tables are named after it. */
  private String section = "";

  private String sectionId = "";
  private int headings;

  /** The file of the picture that stands alone, without its figures. */
  private String alone = "";

  HtmlBlocks(Dress dress, Filters filters) {
    this.dress = dress;
    this.filters = filters;
  }

  String render(Block block) {
    if (block instanceof Block.Heading heading) {
      return heading(heading);
    }
    if (block instanceof Block.Paragraph paragraph) {
      return "<p>" + escape(paragraph.text()) + "</p>\n";
    }
    if (block instanceof Block.Quote quote) {
      return "<blockquote><p>" + escape(quote.text()) + "</blockquote>\n";
    }
    if (block instanceof Block.Bullets bullets) {
      return list(bullets.items());
    }
    if (block instanceof Block.Alert alert) {
      return "<section class=alert aria-label=\"What is wrong with this run\">"
          + list(alert.items())
          + "</section>\n";
    }
    if (block instanceof Block.Note note) {
      return "<section class=note aria-label=\"How to read this run\">"
          + list(note.items())
          + "</section>\n";
    }
    if (block instanceof Block.Preformatted lines) {
      return "<pre>" + escape(lines.lines(), "\n") + "</pre>\n";
    }
    if (block instanceof Block.Picture picture) {
      alone = picture.file();
      return "<figure>%s<figcaption><a href=#%s>Figures of this picture</a></figcaption></figure>\n"
          .formatted(views(picture), FIGURES);
    }
    if (block instanceof Block.Figure figure) {
      return "<figure%s data-u=\"%s\">%s%s</figure>\n"
          .formatted(
              figure.picture().file().equals(alone) ? " id=" + FIGURES : "",
              escape(figure.unit()),
              views(figure.picture()),
              table(figure.table(), figure.unit()));
    }
    return table((Block.Table) block, "");
  }

  private String heading(Block.Heading heading) {
    final int level = heading.level();
    if (level == 1) {
      return "<h1>" + escape(heading.text()) + "</h1>\n";
    }
    final String id = "h" + headings++;
    if (level == 2) {
      section = heading.text();
      sectionId = id;
    }
    dress.nameBy(level == 2 ? List.of(id) : List.of(sectionId, id));
    return "<h%d id=%s>%s</h%d>\n".formatted(level, id, escape(heading.text()), level);
  }

  /**
   * One table for what several places have, so that it can be read down the places.
   *
   * @param pairs a heading and its table in turn, all of the same columns
   */
  String groups(List<Block> pairs) {
    final StringBuilder rows = new StringBuilder();
    List<String> columns = List.of();
    for (int i = 0; i < pairs.size(); i += 2) {
      final Block.Heading heading = (Block.Heading) pairs.get(i);
      final Block.Table table = (Block.Table) pairs.get(i + 1);
      columns = table.columns();
      rows.append(
              "<tbody data-p=%s><tr><th colspan=%d scope=rowgroup><span>%s</span>"
                  .formatted(filters.mark(heading.place()), columns.size(), escape(heading.text())))
          .append(rows(table));
    }
    return table(columns, section, rows.toString());
  }

  private String views(Block.Picture picture) {
    final StringBuilder html = new StringBuilder();
    for (final Block.View view : picture.views()) {
      html.append(html.isEmpty() ? "<div class=v" : "<div class=\"v w\"");
      if (picture.views().size() > 1) {
        html.append(" data-v=\"").append(escape(view.name())).append('"');
      }
      html.append('>').append(view.chart().draw(dress)).append("</div>");
    }
    return html.toString();
  }

  private String table(Block.Table table, String unit) {
    return table(
        table.columns(), unit.isEmpty() ? section : section + ", " + unit, "<tbody>" + rows(table));
  }

  private static String table(List<String> columns, String caption, String bodies) {
    return "<div class=t><table><caption>%s<thead><tr>%s%s</table></div>\n"
        .formatted(
            escape(caption),
            columns.stream().map(column -> "<th>" + escape(column)).collect(Collectors.joining()),
            bodies);
  }

  private String rows(Block.Table table) {
    final StringBuilder html = new StringBuilder();
    for (int i = 0; i < table.rows().size(); i++) {
      html.append("<tr");
      if (!table.places().isEmpty()) {
        html.append(" data-p=").append(filters.mark(table.places().get(i)));
      }
      html.append("><th scope=row>").append(escape(table.rows().get(i), "<td>"));
    }
    return html.toString();
  }

  private static String list(List<String> items) {
    return "<ul><li>" + escape(items, "<li>") + "</ul>\n";
  }

  private static String escape(String text) {
    return Markup.escape(text);
  }

  private static String escape(List<String> texts, String between) {
    return texts.stream().map(Markup::escape).collect(Collectors.joining(between));
  }
}
