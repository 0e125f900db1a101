package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;
import java.util.List;

/** Time and resources of each policy, relative to pooled: per request, and per loop of requests. */
final class LadderSection {
  private static final Columns<CellSummary> COUNTS =
      new Columns<CellSummary>()
          .add("policy", CellSummary::policyLabel)
          .add("connections", rung -> threeDigits(rung.perRequest().connections()))
          .add("full", rung -> threeDigits(rung.perRequest().handshakesFull()))
          .add("resumed", rung -> threeDigits(rung.perRequest().handshakesResumed()))
          .add("segments", rung -> segments(rung.perRequest()))
          .add("bytes in", rung -> rounded(rung.perRequest().bytesIn()))
          .add("bytes out", rung -> rounded(rung.perRequest().bytesOut()))
          .add("allocated", rung -> rounded(rung.perRequest().allocatedBytes()));

  private LadderSection() {}

  /** A section for each benchmark: requests, or loops of them. */
  static void of(Document report, NamedRun run) {
    final List<String> benchmarks =
        run.summary().cells().stream().map(CellSummary::benchmark).distinct().toList();
    for (final String benchmark : benchmarks) {
      final List<Ladder> ladders = Ladder.of(run.summary(), benchmark);
      final boolean loop = !benchmark.equals(AxisNames.REQUEST);
      report.section(loop ? "A whole loop: " + benchmark : "The ladder");
      if (benchmark.equals(benchmarks.get(0))) {
        glossary(report, run);
      }
      report
          .paragraph(
              "Times in µs per %s, with 95 %% intervals over rounds; CPU per request, of the client's thread + of the server's threads; ~ where the interval contains no difference."
                      .formatted(ladders.get(0).operation())
                  + Percentiles.note(run, ladders, 99))
          .paragraph(
              "Counts and bytes per request, as the server counted them; segments as the kernel"
                  + " counted those of both ends, where it counted nobody else's; allocated by the"
                  + " client's thread.");
      for (final Ladder ladder : ladders) {
        final Columns<CellSummary> times =
            new Columns<CellSummary>().add("policy", CellSummary::policyLabel);
        if (loop) {
          times.add("requests", rung -> threeDigits((double) rung.requests() / rung.operations()));
        }
        times
            .add("mean", Cells::mean)
            .add("x pooled", rung -> Cells.ratio(ladder, rung))
            .add("p50", rung -> Percentiles.p50(run, rung))
            .add("p99", rung -> Percentiles.p99(run, rung))
            .add("CPU", rung -> cpu(rung.perRequest()));
        report
            .part(run.labels().of(ladder.where()))
            .table(ladder.rungs(), times)
            .table(ladder.rungs(), COUNTS);
      }
    }
  }

  private static String cpu(PerRequest used) {
    return threeDigits(used.clientCpu()) + " + " + threeDigits(used.serverCpu());
  }

  private static String segments(PerRequest used) {
    return used.segments() == null ? "unknown" : threeDigits(used.segments());
  }

  private static String rounded(double count) {
    return NumberFormats.whole(Math.round(count));
  }

  /** Cell, fork and round, and each policy that was measured. */
  private static void glossary(Document report, NamedRun run) {
    report
        .paragraph(
            "Each policy reuses one thing less than the one before; pooled reuses everything and is"
                + " the baseline. A cell is a policy with one value of protocol, round-trip time (rtt),"
                + " client, placement and every other axis. A fork is a JVM that measures a group of"
                + " cells in turn. A round is one fork of each group.")
        .bullets(
            run.summary().cells().stream()
                .map(CellSummary::policy)
                .distinct()
                .flatMap(label -> Policy.of(label).stream())
                .map(policy -> policy.label() + ": " + policy.description())
                .toList());
  }
}
