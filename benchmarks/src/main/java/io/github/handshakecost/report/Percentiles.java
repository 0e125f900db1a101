package io.github.handshakecost.report;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Percentiles of a cell, each the mean over forks of the fork's own. With fewer than 100 operations
 * a fork's 99th percentile is the slowest of them, and says nothing of a tail: then there is none.
 */
final class Percentiles {
  private static final double WHOLE = 100;

  private Percentiles() {}

  /** Why one is absent, behind another sentence; empty where none is, up to the highest. */
  static String note(NamedRun run, List<Ladder> ladders, double highest) {
    final boolean known =
        ladders.stream()
            .flatMap(ladder -> ladder.rungs().stream())
            .allMatch(rung -> known(run.forksOf(rung), highest));
    return known
        ? ""
        : " A percentile is absent (%s) where some fork has so few operations that it would be the"
                .formatted(Cells.ABSENT)
            + " slowest of them: p95 needs 20 in each fork, p99 100, p99.9 1,000.";
  }

  static String p50(NamedRun run, CellSummary rung) {
    return known(run.forksOf(rung), 50) ? Cells.estimate(rung.p50(), rung.p50Ci95()) : Cells.ABSENT;
  }

  static String p99(NamedRun run, CellSummary rung) {
    return known(run.forksOf(rung), 99) ? Cells.estimate(rung.p99(), rung.p99Ci95()) : Cells.ABSENT;
  }

  /** The time at a percentile; at 0 and 100 of the fastest and the slowest operation of all. */
  static String of(List<ForkRecord> forks, double percentile) {
    final DoubleStream times =
        forks.stream().mapToDouble(fork -> fork.measurement().latency().at(percentile));
    if (percentile == 0) {
      return NumberFormats.threeDigits(times.min().orElseThrow());
    }
    if (percentile == WHOLE) {
      return NumberFormats.threeDigits(times.max().orElseThrow());
    }
    return known(forks, percentile)
        ? NumberFormats.threeDigits(times.average().orElseThrow())
        : Cells.ABSENT;
  }

  private static boolean known(List<ForkRecord> forks, double percentile) {
    final long least = Math.round(WHOLE / (WHOLE - percentile));
    return forks.stream().allMatch(fork -> fork.measurement().latency().count() >= least);
  }
}
