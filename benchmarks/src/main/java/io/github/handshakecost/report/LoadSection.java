package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How several users fare who share a client; only of a run that has some. */
final class LoadSection {
  /** What every row tells. */
  private static final Set<String> TOLD =
      Set.of(AxisNames.USERS, AxisNames.POOL, AxisNames.POLICY, AxisNames.REQUESTS_PER_CONNECTION);

  private LoadSection() {}

  static void of(Document report, NamedRun run) {
    final List<CellSummary> rows = underLoad(run.summary().cells());
    if (rows.isEmpty()) {
      return;
    }
    report
        .section("Load")
        .paragraph(
            "Users are threads that share one client. This is a closed loop: each user sends its next"
                + " request when its last response is there, so a slow server is asked less often, and"
                + " no queue grows beyond the users. The most connections that may be open at a time;"
                + " operations of all users per second; times in µs per operation, as a user sees them;"
                + " of it the wait for a connection of the pool; the share of handshakes that were"
                + " resumed, where the policy allows it.")
        .table(rows, columns(rows));
  }

  /** The cells that differ from one of several users in users, pool and policy alone. */
  private static List<CellSummary> underLoad(List<CellSummary> cells) {
    final Set<Cell> places =
        cells.stream()
            .map(CellSummary::cell)
            .filter(cell -> cell.users() > 1)
            .map(LoadSection::place)
            .collect(Collectors.toSet());
    return cells.stream().filter(cell -> places.contains(place(cell.cell()))).toList();
  }

  private static Cell place(Cell cell) {
    return cell.pooled().with(AxisNames.USERS, "1").with(AxisNames.POOL, AxisNames.AMPLE);
  }

  private static Columns<CellSummary> columns(List<CellSummary> rows) {
    final Columns<CellSummary> columns =
        new Columns<CellSummary>()
            .add("users", cell -> cell.cell().param(AxisNames.USERS))
            .add("connections", cell -> NumberFormats.whole(cell.cell().connections()));
    new CellLabels(rows.stream().map(CellSummary::cell))
        .varying().stream()
            .filter(axis -> !TOLD.contains(axis))
            .forEach(axis -> columns.add(axis, cell -> CellLabels.value(cell.params(), axis)));
    return columns
        .add("policy", CellSummary::policyLabel)
        .add("per second", LoadSection::throughput)
        .add("mean", Cells::mean)
        .add("p50", cell -> Cells.estimate(cell.p50(), cell.p50Ci95()))
        .add("p99", cell -> Cells.estimate(cell.p99(), cell.p99Ci95()))
        .add("wait for a connection", LoadSection::lease)
        .add("resumed", LoadSection::resumed);
  }

  /** A time without pauses tells nothing of it. */
  private static String throughput(CellSummary cell) {
    return cell.cell().param(AxisNames.IDLE).equals(AxisNames.NO_PAUSE)
        ? threeDigits(cell.throughput())
        : Cells.ABSENT;
  }

  private static String lease(CellSummary cell) {
    final Double lease = cell.phases().lease();
    return lease == null ? Cells.ABSENT : threeDigits(lease);
  }

  private static String resumed(CellSummary cell) {
    final Double share = cell.resumptionShare();
    return share == null ? Cells.ABSENT : Cells.percent(share, cell.resumptionShareCi95());
  }
}
