package io.github.handshakecost.report;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of a cell, each the mean over forks of the fork's own. With fewer than 100 operations
 * a fork's 99th percentile is the slowest of them, and says nothing of a tail: then there is none.
 */
final class Percentiles {
  private static final double WHOLE = 100;

  private Percentiles() {}

  /** Why one is absent, behind another sentence; empty where none is, up to the highest. */
  static String note(Subject subject, List<Ladder> ladders, double highest) {
    final boolean known =
        ladders.stream()
            .flatMap(ladder -> ladder.rungs().stream())
            .allMatch(rung -> known(subject.forksOf(rung), highest));
    return known
        ? ""
        : " A percentile is absent (%s) where some fork has so few operations that it would be the"
                .formatted(Cells.ABSENT)
            + " slowest of them: p95 needs 20 in each fork, p99 100, p99.9 1,000.";
  }

  /** A percentile that a summary has, for a table. */
  static String estimate(
      List<ForkRecord> forks, double percentile, double value, @Nullable Interval ci95) {
    return known(forks, percentile) ? Cells.estimate(value, ci95) : Cells.ABSENT;
  }

  /** The time at a percentile; at 0 and 100 of the fastest and the slowest operation of all. */
  static OptionalDouble of(List<ForkRecord> forks, double percentile) {
    final DoubleStream times =
        forks.stream().mapToDouble(fork -> fork.measurement().latency().at(percentile));
    if (percentile == 0) {
      return times.min();
    }
    if (percentile == WHOLE) {
      return times.max();
    }
    return known(forks, percentile) ? times.average() : OptionalDouble.empty();
  }

  private static boolean known(List<ForkRecord> forks, double percentile) {
    final long least = Math.round(WHOLE / (WHOLE - percentile));
    return forks.stream().allMatch(fork -> fork.measurement().latency().count() >= least);
  }
}
