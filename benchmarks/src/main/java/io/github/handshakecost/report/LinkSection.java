package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.LinkSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;

/** The measured round-trip times of the delay lines; empty for a run on loopback. */
final class LinkSection {
  private LinkSection() {}

  static List<Block> of(Summary summary) {
    final List<Block> blocks = new ArrayList<>();
    if (summary.links().stream().anyMatch(link -> link.packets() > 0)) {
      blocks.add(new Block.Heading(2, "Links"));
      blocks.add(
          new Block.Paragraph(
              "The measured round trip, in µs. Each fork times plain connect() and an echo of one byte"
                  + " over its link before it measures. Medians over forks, and the range of connect()."
                  + " The delay is reduced by the measured wake-up latency."));
      blocks.add(
          new Block.Table(
              List.of(
                  "rtt",
                  "forks",
                  "connect()",
                  "p95",
                  "echo",
                  "shortened",
                  "packets",
                  "late",
                  "thrown away"),
              summary.links().stream().map(LinkSection::row).toList()));
    }
    return blocks;
  }

  private static List<String> row(LinkSummary link) {
    return List.of(
        link.rtt(),
        NumberFormats.whole(link.forks()),
        whole(link.connect())
            + " [%s, %s]"
                .formatted(whole(link.connectRange().low()), whole(link.connectRange().high())),
        whole(link.connectP95()),
        whole(link.echo()),
        link.shortened() == null ? "" : whole(link.shortened()),
        counted(link, link.packets()),
        counted(link, link.late()),
        NumberFormats.whole(link.discarded()));
  }

  /** Loopback counts no packets: what is not counted is absent, not 0. */
  private static String counted(LinkSummary link, long packets) {
    return link.rtt().equals(AxisNames.LOOPBACK) ? "" : NumberFormats.whole(packets);
  }

  /** Three digits would hide the tenths of a millisecond that this is about. */
  private static String whole(double micros) {
    return NumberFormats.whole(Math.round(micros));
  }
}
