package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Markup;

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

  void add(Block block) {
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
    if (inPlace) {
      sections.append("</section>\n");
      inPlace = false;
    }
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

  private StringBuilder out() {
    return section == 0 ? intro : sections;
  }
}
