package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.SvgTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a report as files beside it. */
final class Pictures {
  private Pictures() {}

  /** The pictures of the contents, by file name. */
  static Map<String, String> of(List<Block> contents) {
    final Map<String, String> pictures = new LinkedHashMap<>();
    for (final Block block : contents) {
      if (block instanceof Block.Picture picture) {
        add(pictures, picture);
      } else if (block instanceof Block.Figure figure) {
        add(pictures, figure.picture());
      }
    }
    return pictures;
  }

  private static void add(Map<String, String> pictures, Block.Picture picture) {
    pictures.computeIfAbsent(picture.file(), any -> picture.chart().draw(SvgTarget.FILE) + "\n");
  }
}
