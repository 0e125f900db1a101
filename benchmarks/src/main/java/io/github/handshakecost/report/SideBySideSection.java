package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.LiveClient;
import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All requests of a run in one table, if it compares clients, certificates, users or the like. */
final class SideBySideSection {
  /** Axes that have sections of their own. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          AxisNames.POLICY, AxisNames.PROTOCOL, AxisNames.RTT, AxisNames.REQUESTS_PER_CONNECTION);

  private static final double BYTES_PER_KILOBYTE = 1000;

  private SideBySideSection() {}

  /** A rung with its ladder, to which its ratio belongs. */
  private record Row(Ladder ladder, CellSummary rung) {}

  static void of(Document report, NamedRun run) {
    final List<Row> rows =
        Ladder.of(run.summary(), AxisNames.REQUEST).stream()
            .flatMap(ladder -> ladder.rungs().stream().map(rung -> new Row(ladder, rung)))
            .toList();
    // A floor alone, such as the raw socket's pooled request, is no comparison of clients.
    final List<Row> compared =
        rows.stream().filter(row -> row.ladder().rungs().size() > 1).toList();
    if (ELSEWHERE.containsAll(varying(compared.isEmpty() ? rows : compared))) {
      return;
    }
    final boolean weighed = rows.stream().anyMatch(row -> row.rung().liveClient() != null);
    report
        .section("Side by side")
        .paragraph(
            "Each request: time in µs with its 95 % interval, ratio to pooled with the same values"
                + " of the other axes, and per request connections, full and resumed handshakes, CPU"
                + " time of client and server in µs, bytes that the server read and wrote, and bytes"
                + " that the client allocated. Threads: those of all clients of the JVM, alive after a block."
                + (weighed
                    ? " Held: heap in kB and threads of one client that is open after a request, with"
                        + " the server's end of its connection."
                    : ""))
        .table(rows, columns(varying(rows), weighed));
  }

  private static List<String> varying(List<Row> rows) {
    return new CellLabels(rows.stream().map(row -> row.rung().cell())).varying();
  }

  private static Columns<Row> columns(List<String> varying, boolean weighed) {
    final Columns<Row> columns = new Columns<>();
    varying.stream()
        .filter(axis -> !axis.equals(AxisNames.POLICY))
        .filter(axis -> !axis.equals(AxisNames.REQUESTS_PER_CONNECTION))
        .forEach(axis -> columns.add(axis, row -> CellLabels.value(row.rung().params(), axis)));
    columns
        .add("policy", row -> row.rung().policyLabel())
        .add("mean", row -> Cells.mean(row.rung()))
        .add("x pooled", row -> Cells.ratio(row.ladder(), row.rung()))
        .add("connections", row -> threeDigits(row.rung().perRequest().connections()))
        .add("full", row -> threeDigits(row.rung().perRequest().handshakesFull()))
        .add("resumed", row -> threeDigits(row.rung().perRequest().handshakesResumed()))
        .add("client CPU", row -> threeDigits(row.rung().perRequest().clientCpu()))
        .add("server CPU", row -> threeDigits(row.rung().perRequest().serverCpu()))
        .add("bytes in", row -> rounded(row.rung().perRequest().bytesIn()))
        .add("bytes out", row -> rounded(row.rung().perRequest().bytesOut()))
        .add("allocated", row -> rounded(row.rung().perRequest().allocatedBytes()))
        .add("threads", row -> Cells.known(row.rung().perRequest().threads()));
    if (weighed) {
      columns
          .add("heap held", row -> held(row, client -> client.heapBytes() / BYTES_PER_KILOBYTE))
          .add("threads held", row -> held(row, LiveClient::threads));
    }
    return columns;
  }

  private static String held(Row row, ToDoubleFunction<LiveClient> figure) {
    final LiveClient client = row.rung().liveClient();
    return Cells.known(client == null ? null : figure.applyAsDouble(client));
  }

  private static String rounded(double count) {
    return NumberFormats.whole(Math.round(count));
  }
}
