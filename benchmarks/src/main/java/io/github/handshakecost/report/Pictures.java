package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Dress;
import io.github.handshakecost.result.RunDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a report as files beside it. */
final class Pictures {
  /** Names that pictures of this and of earlier versions begin with. */
  private static final String OURS =
      "(amortisation|budget|distribution|ratio-by-rtt|rounds)-.*\\.svg";

  private Pictures() {}

  /** Writes what the report shows, and deletes what it no longer does. */
  static void write(RunDirectory directory, List<Block> contents) {
    final Map<String, String> pictures = new LinkedHashMap<>();
    for (final Block block : contents) {
      if (block instanceof Block.Picture picture) {
        add(pictures, picture);
      } else if (block instanceof Block.Figure figure) {
        add(pictures, figure.picture());
      }
    }
    pictures.forEach(directory::write);
    directory.deleteOthers(OURS, pictures.keySet());
  }

  private static void add(Map<String, String> pictures, Block.Picture picture) {
    pictures.computeIfAbsent(picture.file(), any -> draw(picture));
  }

  /** The picture's first view, as it stands in a file. */
  static String draw(Block.Picture picture) {
    return picture.views().get(0).chart().draw(Dress.file()) + "\n";
  }
}
