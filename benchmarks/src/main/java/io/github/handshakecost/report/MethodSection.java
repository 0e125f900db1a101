package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import java.util.List;

/** How the figures came about, for who reads nothing else of it. */
final class MethodSection {
  private MethodSection() {}

  static List<Block> of(Subject subject) {
    final boolean pinned =
        subject.summary().cells().stream()
            .map(CellSummary::params)
            .noneMatch(params -> AxisNames.FREE.equals(params.get(AxisNames.PLACEMENT)));
    return List.of(
        new Block.Heading(2, "Method in short"),
        new Block.Paragraph(
            "In each round every group of cells gets one JVM (a JMH fork). It warms all of them up"
                + " until they have settled. Then it measures them in short blocks, one of each cell"
                + " in every cycle, in random order, so that what the machine does hits all of them."
                + " The round is the unit of replication: ratios and differences are paired within a"
                + " round, and intervals are a seeded bootstrap over rounds, widened where there are"
                + " few. In every block the server's ledger of connections, handshakes and requests"
                + " must equal what the policy promises, or the cell is withdrawn. "
                + (pinned
                    ? "Client and server share one core while they are measured, since a sequential"
                        + " request needs no more and waking a second one would drown it."
                    : "Where placement is free, the scheduler decides where client and server run,"
                        + " and waking an idle core is part of what was measured.")
                + " docs/methodology.md gives the reasons and the measurements behind them."));
  }
}
