package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Markup;
import java.util.List;

/** Puts blocks into sections, as their headings say, and makes a table of contents. */
final class HtmlOutline {
  private final HtmlBlocks html;
  private final Filters filters;
  private final StringBuilder intro = new StringBuilder();
  private final StringBuilder sections = new StringBuilder();
  private final StringBuilder contents = new StringBuilder();
  private String title = "";
  private int section;
  private boolean inPlace;

  HtmlOutline(HtmlBlocks html, Filters filters) {
    this.html = html;
    this.filters = filters;
  }

  void addAll(List<Block> blocks) {
    int next = 0;
    while (next < blocks.size()) {
      final List<Block> alike = alike(blocks.subList(next, blocks.size()));
      // A pair of heading and table alone is best left as it is.
      if (alike.size() > 2) {
        endPlace();
        out().append(html.groups(alike));
        next += alike.size();
      } else {
        add(blocks.get(next++));
      }
    }
  }

  /** Headings of places, each with a table of the same columns: these can be one table. */
  private static List<Block> alike(List<Block> blocks) {
    int end = 0;
    while (end + 1 < blocks.size()
        && blocks.get(end) instanceof Block.Heading heading
        && !heading.place().isEmpty()
        && blocks.get(end + 1) instanceof Block.Table table
        && table.columns().equals(((Block.Table) blocks.get(1)).columns())) {
      end += 2;
    }
    return blocks.subList(0, end);
  }

  private void add(Block block) {
    if (block instanceof Block.Heading heading) {
      begin(heading);
    } else {
      out().append(html.render(block));
    }
  }

  String title() {
    return title;
  }

  /** What stands before the first section, the title aside. */
  String intro() {
    return intro.toString();
  }

  String contents() {
    return contents.toString();
  }

  String sections() {
    return section == 0 ? "" : sections + (inPlace ? "</section>" : "") + "</section>\n";
  }

  private void begin(Block.Heading heading) {
    final String head = html.render(heading);
    endPlace();
    if (heading.level() == 1) {
      title = heading.text();
      return;
    }
    if (heading.level() == 2) {
      sections.append(section == 0 ? "" : "</section>\n");
      section++;
      sections.append("<section id=s").append(section).append('>');
      contents
          .append("<li><a href=#s")
          .append(section)
          .append('>')
          .append(Markup.escape(heading.text()))
          .append("</a>\n");
    } else if (!heading.place().isEmpty()) {
      sections.append("<section data-p=").append(filters.mark(heading.place())).append('>');
      inPlace = true;
    }
    sections.append(head);
  }

  private void endPlace() {
    if (inPlace) {
      sections.append("</section>\n");
      inPlace = false;
    }
  }

  private StringBuilder out() {
    return section == 0 ? intro : sections;
  }
}
