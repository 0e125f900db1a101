package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.threeDigits;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Time and resources of each policy, relative to pooled: per request, and per loop of requests. */
final class LadderSection {
  private static final Columns<CellSummary> COUNTS =
      new Columns<CellSummary>()
          .add("policy", CellSummary::policy)
          .add("connections", rung -> threeDigits(rung.perRequest().connections()))
          .add("full", rung -> threeDigits(rung.perRequest().handshakesFull()))
          .add("resumed", rung -> threeDigits(rung.perRequest().handshakesResumed()))
          .add("segments", rung -> segments(rung.perRequest()))
          .add("bytes in", rung -> rounded(rung.perRequest().bytesIn()))
          .add("bytes out", rung -> rounded(rung.perRequest().bytesOut()))
          .add("allocated", rung -> rounded(rung.perRequest().allocatedBytes()));

  private LadderSection() {}

  /** The ladder of requests; empty without one. */
  static void requests(Document report, NamedRun run) {
    final List<Ladder> ladders = Ladder.of(run.summary(), AxisNames.REQUEST);
    if (ladders.isEmpty()) {
      return;
    }
    report
        .section("The ladder")
        .addAll(glossary(run))
        .paragraph(
            "Times in µs per request, with 95 % intervals over rounds; CPU of the client's thread +"
                + " of the server's threads; ~ where the interval contains no difference."
                + Percentiles.note(run, ladders, 99))
        .paragraph(
            "Counts and bytes per request, as the server counted them; segments as the kernel"
                + " counted those of both ends, where it counted nobody else's; allocated by the"
                + " client's thread.");
    for (final Ladder ladder : ladders) {
      report
          .part(ladder.title(run.labels()))
          .table(
              ladder.rungs(),
              times(run, ladder, new Columns<CellSummary>().add("policy", CellSummary::policy))
                  .add("CPU", rung -> cpu(rung.perRequest())))
          .table(ladder.rungs(), COUNTS);
    }
  }

  /** Benchmarks whose operation is a loop of requests: the time of the whole loop. */
  static void loops(Document report, NamedRun run) {
    final Set<String> benchmarks = new LinkedHashSet<>();
    run.summary().cells().forEach(cell -> benchmarks.add(cell.benchmark()));
    // The ladder of requests, where there is one, has explained the words.
    boolean explained = benchmarks.remove(AxisNames.REQUEST);
    for (final String benchmark : benchmarks) {
      final List<Ladder> ladders = Ladder.of(run.summary(), benchmark);
      report
          .section("A whole loop: " + benchmark)
          .addAll(explained ? List.of() : glossary(run))
          .paragraph(
              "Times in µs per loop, with 95 % intervals over rounds."
                  + Percentiles.note(run, ladders, 99));
      explained = true;
      for (final Ladder ladder : ladders) {
        final Columns<CellSummary> columns =
            new Columns<CellSummary>()
                .add("policy", CellSummary::policy)
                .add("requests", rung -> threeDigits((double) rung.requests() / rung.operations()));
        report
            .part(run.labels().of(ladder.where()))
            .table(ladder.rungs(), times(run, ladder, columns));
      }
    }
  }

  private static Columns<CellSummary> times(
      NamedRun run, Ladder ladder, Columns<CellSummary> columns) {
    return columns
        .add("mean", Cells::mean)
        .add("x pooled", rung -> Cells.ratio(ladder, rung))
        .add("p50", rung -> Percentiles.p50(run, rung))
        .add("p99", rung -> Percentiles.p99(run, rung));
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
  private static List<Block> glossary(NamedRun run) {
    return new Document()
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
                .toList())
        .blocks();
  }
}
