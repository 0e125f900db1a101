package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Chart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a report, before it has a format. Plain text throughout. */
sealed interface Block {
  /** Level 1 is the title, 2 a section, 3 a part of it. */
  record Heading(int level, String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /** A sentence to quote. */
  record Quote(String text) implements Block {}

  /** A list; a page shows at a glance what it is for. */
  record Bullets(Purpose purpose, List<String> items) implements Block {
    enum Purpose {
      LIST,
      /** Sentences to read before the figures. */
      NOTE,
      /** Why the answer is open or absent. */
      ALERT
    }

    public Bullets {
      items = List.copyOf(items);
    }

    Bullets(List<String> items) {
      this(Purpose.LIST, items);
    }
  }

  /** Lines whose columns matter. */
  record Preformatted(List<String> lines) implements Block {
    public Preformatted {
      lines = List.copyOf(lines);
    }
  }

  /** A picture in a file beside the report; the text is for who cannot see it. */
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

  /** The pictures of a report as SVG, by file name. */
  static Map<String, String> pictures(List<Block> report) {
    final Map<String, String> pictures = new LinkedHashMap<>();
    for (final Block block : report) {
      final Block shown = block instanceof Figure figure ? figure.picture() : block;
      if (shown instanceof Picture picture) {
        pictures.computeIfAbsent(
            picture.file(), any -> picture.chart().draw(Chart.Target.FILE) + "\n");
      }
    }
    return pictures;
  }
}
