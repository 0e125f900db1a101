package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Chart;
import java.util.List;

/** A part of a report, before it has a format. Plain text throughout. */
sealed interface Block {
  /**
   * A title.
   *
   * @param level 1 for the title, 2 for a section, 3 for a part of it
   */
  record Heading(int level, String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /** A sentence to quote. */
  record Quote(String text) implements Block {}

  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** Why the answer is open or absent. */
  record Alert(List<String> items) implements Block {
    public Alert {
      items = List.copyOf(items);
    }
  }

  /** Sentences to read before the figures. */
  record Note(List<String> items) implements Block {
    public Note {
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
   */
  record Picture(String file, String text, Chart chart) implements Block {}

  /** The first column is text, the others are figures; every row has a cell for each column. */
  record Table(List<String> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** A picture and the figures that it shows. */
  record Figure(Picture picture, Table table) implements Block {}
}
