package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.counted;
import static io.github.handshakecost.result.NumberFormats.whole;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.model.ExpectedCounts.Handshake;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;

/** Connections and handshakes of each cell: counted by the server, and expected of the policy. */
final class ProofSection {
  private ProofSection() {}

  /** The proof in one line. A fork is saved only if each of its blocks kept its premise. */
  static String line(NamedRun run) {
    if (run.run().forks().isEmpty()) {
      return "No fork was finished, so nothing is proven.";
    }
    final Counts counts = NamedRun.sum(run.run().forks());
    return "%s: %s in %s; every block's connections, full and resumed handshakes, validations and requests matched its policy; %s."
        .formatted(
            run.summary().failed() ? "The run failed; of what it kept" : "Proof",
            counted(counts.requests(), "request"),
            counted(run.run().jvms(), "fork"),
            counted(counts.resets(), "reset"));
  }

  private record Row(CellSummary rung, Counts counts) {
    static final Columns<Row> COLUMNS =
        new Columns<Row>()
            .add("policy", row -> row.rung.policyLabel())
            .add("forks", row -> whole(row.rung.rounds()))
            .add("requests", row -> whole(row.counts.requests()))
            .add("connections", row -> whole(row.counts.connections()))
            .add("full", row -> whole(row.counts.handshakesFull()))
            .add("resumed", row -> whole(row.counts.handshakesResumed()))
            .add("validations", row -> whole(row.counts.validations()))
            .add("resets", row -> whole(row.counts.resets()))
            .add("promised", row -> promised(row.rung))
            .add("counted", row -> perRequest(row.rung.perRequest()));
  }

  static void of(Document report, NamedRun run) {
    report
        .section("Proof")
        .paragraph(
            "All forks of a cell together, as the server's ledger counted them; chains validated as"
                + " the client's trust manager counted them. Promised and counted: connections, full"
                + " and resumed handshakes per request.");
    for (final Ladder ladder : Ladder.all(run.summary())) {
      report
          .part(ladder.title(run.labels()))
          .table(
              ladder.rungs().stream()
                  .map(rung -> new Row(rung, NamedRun.sum(run.forksOf(rung))))
                  .toList(),
              Row.COLUMNS);
    }
  }

  private static String promised(CellSummary rung) {
    return rung.cell().expectedCounts().map(ProofSection::words).orElse("unknown");
  }

  private static String words(ExpectedCounts expected) {
    final String once =
        expected.requestsPerConnection() > 1 ? "1/" + expected.requestsPerConnection() : "1";
    if (expected.keptConnections() > 1) {
      return "up to %d connections in a block".formatted(expected.keptConnections());
    }
    final String connections = expected.opensConnections() ? once : "0";
    return switch (expected.opensConnections() ? expected.handshake() : Handshake.NONE) {
      case NONE -> connections + ", 0, 0";
      case FULL -> "%s, %s, 0".formatted(connections, once);
      case RESUMED -> "%s, 0, %s".formatted(connections, once);
      case EITHER -> connections + ", one of either";
    };
  }

  private static String perRequest(PerRequest used) {
    return "%s, %s, %s"
        .formatted(
            count(used.connections()),
            count(used.handshakesFull()),
            count(used.handshakesResumed()));
  }

  /** {@code 1} where it is exactly that. */
  private static String count(double perRequest) {
    return perRequest == Math.rint(perRequest)
        ? whole(Math.round(perRequest))
        : NumberFormats.threeDigits(perRequest);
  }
}
