package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cost;
import java.util.List;

/** The cost of a connection by cause, by difference and by clock. */
final class CostSection {
  private static final Columns<Cost> COLUMNS =
      new Columns<Cost>()
          .add("cause", Cost::cause)
          .add("by difference", Cells::cost)
          .add("by clock", cost -> Cells.known(cost.byClock()))
          .add("in exchange", cost -> Cells.known(cost.inExchange()))
          .add("agree", cost -> cost.byClock() == null ? Cells.ABSENT : Cells.verdict(cost.agree()))
          .add("client CPU", cost -> Cells.cost(cost.clientCpu(), cost.clientCpuCi95()))
          .add("server CPU", cost -> Cells.cost(cost.serverCpu(), cost.serverCpuCi95()));

  private CostSection() {}

  static void of(Document report, NamedRun run) {
    final List<Cost> all = run.summary().costs();
    if (all.isEmpty()) {
      return;
    }
    report
        .section("Cost of a connection")
        .paragraph(
            "In µs per request: by difference between policies, with its 95 % interval, and by the"
                + " client's clocks around set-up, connect, handshake and close. Both agree (yes) if the"
                + " 95 % interval of their distance lies within a tenth of the cost. They do not (NO)"
                + " if it lies outside; otherwise it is unknown. The exchange holds work that those"
                + " clocks cannot see: the server accepts, sends tickets, and answers the first request"
                + " on a new connection. CPU by difference. ~: the interval includes zero.");
    for (final Ladder ladder : Ladder.of(run.summary(), AxisNames.REQUEST)) {
      final List<Cost> costs =
          all.stream().filter(cost -> cost.where().equals(ladder.where())).toList();
      if (!costs.isEmpty()) {
        report.part(run.labels().of(ladder.where())).table(costs, COLUMNS);
      }
    }
  }
}
