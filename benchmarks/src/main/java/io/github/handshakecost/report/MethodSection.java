package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import java.util.List;

/** The method in one paragraph. */
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
                + " in every cycle, in random order, so that a change of the machine's speed hits all of them."
                + " The round is the unit of replication: ratios and differences are paired within a"
                + " round, and intervals are a seeded bootstrap over rounds, widened where there are"
                + " few. In every block the server's ledger of connections, handshakes and requests"
                + " must equal what the policy promises, or the cell is withdrawn. Each"
                + " cell of raw-socket has its own JVM, because sharing one changed its times by 2 to 3 %. "
                + (pinned
                    ? "Client and server share one core while they are measured, since a sequential"
                        + " request needs one core and waking a second one takes longer than the request."
                    : "With free placement the scheduler decides where client and server run, and the"
                        + " times include waking idle cores.")
                + " docs/methodology.md gives the reasons and the measurements behind them."));
  }
}
