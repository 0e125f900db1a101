package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Chart;
import java.util.List;
import java.util.Map;

/** A part of a report, before it has a format. Plain text throughout. */
sealed interface Block {
  /**
   * A title.
   *
   * @param level 1 for the title, 2 for a section, 3 below
   * @param place axes and values for which holds what stands below; empty for all
   */
  record Heading(int level, String text, Map<String, String> place) implements Block {
    Heading(int level, String text) {
      this(level, text, Map.of());
    }
  }

  record Paragraph(String text) implements Block {}

  /** What may be quoted by itself. */
  record Quote(String text) implements Block {}

  record Bullets(List<String> items) implements Block {
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /** What has to be known before any figure is read. */
  record Alert(List<String> items) implements Block {
    public Alert {
      items = List.copyOf(items);
    }
  }

  /** How the figures are to be read; nothing is wrong with them. */
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
   * @param views ways to see it, the first of which is the one in the file
   */
  record Picture(String file, String text, List<View> views) implements Block {
    public Picture {
      views = List.copyOf(views);
    }

    Picture(String file, String text, Chart chart) {
      this(file, text, List.of(new View("", chart)));
    }
  }

  /** A way to see a picture; its name may be empty where it is the only one. */
  record View(String name, Chart chart) {}

  /**
   * The first column is text, the others are figures; every row has a cell for each column.
   *
   * @param places of the rows, as a heading has its place; empty where a heading has it for all
   */
  record Table(List<String> columns, List<List<String>> rows, List<Map<String, String>> places)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      places = List.copyOf(places);
    }

    Table(List<String> columns, List<List<String>> rows) {
      this(columns, rows, List.of());
    }
  }

  /**
   * A picture and the figures that it shows.
   *
   * @param unit of the figures; empty where they have none
   */
  record Figure(Picture picture, String unit, Table table) implements Block {}
}
