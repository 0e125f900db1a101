package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.ForkRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The machine and what ran on it, and the method in short. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  static void of(Document report, NamedRun run) {
    final List<String> lines = new ArrayList<>();
    if (!run.run().forks().isEmpty()) {
      lines.add("in the forks: " + facts(run));
    }
    run.run().environment().forEach((name, value) -> lines.add(name + ": " + text(value)));
    report.section("Environment").bullets(lines.isEmpty() ? List.of("Nothing is known.") : lines);
  }

  private static String facts(NamedRun run) {
    final TreeSet<String> names = new TreeSet<>();
    for (final ForkRecord fork : run.run().forks()) {
      names.addAll(fork.measurement().facts().keySet());
    }
    return names.stream()
        .map(name -> name + " " + run.fact(name))
        .collect(Collectors.joining(", "));
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + " " + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(EnvironmentSection::text).collect(Collectors.joining(" "));
    }
    return String.valueOf(value);
  }

  static void method(Document report, NamedRun run) {
    final boolean pinned =
        run.summary().cells().stream()
            .noneMatch(cell -> AxisNames.FREE.equals(cell.params().get(AxisNames.PLACEMENT)));
    report
        .section("Method in short")
        .paragraph(
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
                + " docs/methodology.md gives the reasons and the measurements behind them.");
  }
}
