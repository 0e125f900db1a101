package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cost of a connection by cause, by difference and by clock. */
final class CostSection {
  private CostSection() {}

  static List<Block> of(Summary summary, CellLabels labels) {
    final List<Block> blocks = new ArrayList<>();
    if (summary.costs().isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(2, "Cost of a connection"));
    blocks.add(
        new Block.Paragraph(
            "In µs per request: by difference between policies, with its 95 % interval, and by the"
                + " client's clocks around set-up, connect, handshake and close. Both agree (yes) if the"
                + " 95 % interval of their distance lies within a tenth of the cost. They do not (NO)"
                + " if it lies outside; otherwise it is unknown. The exchange holds work that those"
                + " clocks cannot see: the server accepts, sends tickets, and answers the first request"
                + " on a new connection. CPU by difference. ~: the interval includes zero."));
    final Map<Map<String, String>, List<Cost>> byPlace =
        summary.costs().stream().collect(Collectors.groupingBy(Cost::where));
    for (final Ladder ladder : Ladder.of(summary, AxisNames.REQUEST)) {
      final List<Cost> costs = byPlace.getOrDefault(ladder.where(), List.of());
      if (!costs.isEmpty()) {
        blocks.add(new Block.Heading(3, labels.of(ladder.where())));
        blocks.add(table(costs));
      }
    }
    return blocks;
  }

  private static Block table(List<Cost> costs) {
    return new Block.Table(
        List.of(
            "cause",
            "by difference",
            "by clock",
            "in exchange",
            "agree",
            "client CPU",
            "server CPU"),
        costs.stream().map(CostSection::row).toList());
  }

  private static List<String> row(Cost cost) {
    return List.of(
        cost.cause(),
        Cells.cost(cost),
        NumberFormats.threeDigits(cost.byClock()),
        NumberFormats.threeDigits(cost.inExchange()),
        agree(cost),
        Cells.cost(cost.clientCpu(), cost.clientCpuCi95()),
        Cells.cost(cost.serverCpu(), cost.serverCpuCi95()));
  }

  private static String agree(Cost cost) {
    if (cost.agree() == null) {
      return "unknown";
    }
    return cost.agree() ? "yes" : "NO";
  }
}
