package io.github.handshakecost.report;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;
import java.util.ArrayList;
import java.util.List;

/** Connections and handshakes of each cell: counted by the server, and expected of the policy. */
final class ProofSection {
  private ProofSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "Proof"));
    blocks.add(
        new Block.Paragraph(
            "All forks of a cell together, as the server's ledger counted them; chains validated as"
                + " the client's trust manager counted them. Promised and counted: connections, full"
                + " and resumed handshakes per request."));
    for (final Ladder ladder : Ladder.all(subject.summary())) {
      blocks.add(subject.heading(ladder));
      blocks.add(
          new Block.Table(
              List.of(
                  "policy",
                  "forks",
                  "requests",
                  "connections",
                  "full",
                  "resumed",
                  "validations",
                  "resets",
                  "promised",
                  "counted"),
              ladder.rungs().stream().map(rung -> row(subject, rung)).toList()));
    }
    return blocks;
  }

  private static List<String> row(Subject subject, CellSummary rung) {
    final Counts counts =
        subject.forksOf(rung).stream().map(ForkRecord::counts).reduce(Counts.NONE, Counts::plus);
    final PerRequest perRequest = rung.perRequest();
    return List.of(
        Ladder.policy(rung),
        NumberFormats.whole(rung.rounds()),
        NumberFormats.whole(counts.requests()),
        NumberFormats.whole(counts.connections()),
        NumberFormats.whole(counts.handshakesFull()),
        NumberFormats.whole(counts.handshakesResumed()),
        NumberFormats.whole(counts.validations()),
        NumberFormats.whole(counts.resets()),
        promised(rung),
        "%s, %s, %s"
            .formatted(
                count(perRequest.connections()),
                count(perRequest.handshakesFull()),
                count(perRequest.handshakesResumed())));
  }

  private static String promised(CellSummary rung) {
    return rung.cell().expectedCounts().map(ProofSection::words).orElse("unknown");
  }

  private static String words(ExpectedCounts expected) {
    return expected.full() == null
        ? "%d, one of either".formatted(expected.connections())
        : "%d, %d, %d"
            .formatted(
                expected.connections(), expected.full(), expected.handshakes() - expected.full());
  }

  /** {@code 1} where it is exactly that. */
  private static String count(double perRequest) {
    return perRequest == Math.rint(perRequest)
        ? NumberFormats.whole(Math.round(perRequest))
        : NumberFormats.threeDigits(perRequest);
  }
}
