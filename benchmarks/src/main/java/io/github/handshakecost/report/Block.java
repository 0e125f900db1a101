package io.github.handshakecost.report;

import java.util.List;

/** A part of a report, before it has a format. Plain text throughout. */
sealed interface Block {
  /**
   * A title.
   *
   * @param level 1 for the title, 2 for a section, 3 below
   */
  record Heading(int level, String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /** What may be quoted by itself. */
  record Quote(String text) implements Block {}

  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** Lines whose columns matter. */
  record Preformatted(List<String> lines) implements Block {
    public Preformatted {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A picture in a file beside the report.
   *
   * @param text what it shows, for who cannot see it
   * @param svg the picture
   */
  record Picture(String file, String text, String svg) implements Block {}

  /** The first column is text, the others are figures; every row has a cell for each column. */
  record Table(List<String> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
