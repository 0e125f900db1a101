package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import java.util.List;

/** How several users fare who share a client; only of a run that has some. */
final class LoadSection {
  private static final Columns<CellSummary> COLUMNS =
      new Columns<CellSummary>()
          .add("users", cell -> cell.cell().param(AxisNames.USERS))
          .add("pool", cell -> cell.cell().param(AxisNames.POOL))
          .add("policy", CellSummary::policy)
          .add("per second", LoadSection::throughput)
          .add("mean", Cells::mean)
          .add("p50", cell -> Cells.estimate(cell.p50(), cell.p50Ci95()))
          .add("p99", cell -> Cells.estimate(cell.p99(), cell.p99Ci95()))
          .add("wait for a connection", LoadSection::lease)
          .add("resumed", LoadSection::resumed);

  private LoadSection() {}

  static void of(Document report, NamedRun run) {
    final List<CellSummary> cells = run.summary().cells();
    if (cells.stream().allMatch(cell -> cell.cell().users() == 1)) {
      return;
    }
    report
        .section("Load")
        .paragraph(
            "Users are threads that share one client. This is a closed loop: each user sends its next"
                + " request when its last response is there, so a slow server is asked less often, and"
                + " no queue grows beyond the users. Operations of all users per second; times in µs"
                + " per operation, as a user sees them; of it the wait for a connection of the pool;"
                + " the share of handshakes that were resumed, where the policy allows it.")
        .table(cells, COLUMNS);
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
