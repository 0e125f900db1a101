package io.github.handshakecost.stats;

import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.PerRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Sums up the forks of a cell. */
final class CellSummaries {
  private final ForkIndex index;
  private final Bootstrap bootstrap;
  private final Findings findings;

  CellSummaries(ForkIndex index, Bootstrap bootstrap, Findings findings) {
    this.index = index;
    this.bootstrap = bootstrap;
    this.findings = findings;
  }

  List<CellSummary> all(List<Cell> cells) {
    return cells.parallelStream().map(this::of).toList();
  }

  CellSummary of(Cell cell) {
    final List<ForkRecord> forks = index.forks(cell);
    final List<PhaseTimes> phases = forks.stream().map(ForkFigures::phases).toList();
    final double[] means = values(forks, ForkRecord::mean);
    final double[] p50 = percentiles(forks, 50);
    final double[] p95 = percentiles(forks, 95);
    final double[] p99 = percentiles(forks, 99);
    final double mean = Means.of(means);
    return new CellSummary(
        cell.benchmark(),
        cell.params(),
        forks.size(),
        Math.round(ForkFigures.sum(forks, iteration -> iteration.counts().requests())),
        Math.round(ForkFigures.sum(forks, IterationRecord::operations)),
        mean,
        bootstrap.mean(means),
        Means.of(p50),
        bootstrap.mean(p50),
        Means.of(p95),
        bootstrap.mean(p95),
        Means.of(p99),
        bootstrap.mean(p99),
        perRequest(forks),
        PhaseTimes.closing(mean, phase -> Means.of(values(phases, phase::of))),
        findings.flags(cell));
  }

  private static double[] percentiles(List<ForkRecord> forks, double percentile) {
    return values(forks, fork -> fork.measurement().latency().at(percentile));
  }

  private static PerRequest perRequest(List<ForkRecord> forks) {
    return new PerRequest(
        ForkFigures.perRequest(forks, it -> it.counts().connections()),
        ForkFigures.perRequest(forks, it -> it.counts().handshakesFull()),
        ForkFigures.perRequest(forks, it -> it.counts().handshakesResumed()),
        ForkFigures.perRequest(forks, it -> it.counts().bytesIn()),
        ForkFigures.perRequest(forks, it -> it.counts().bytesOut()),
        Means.of(values(forks, ForkFigures::clientCpuPerRequest)),
        Means.of(values(forks, ForkFigures::serverCpuPerRequest)),
        ForkFigures.perRequest(forks, IterationRecord::allocatedBytes),
        segments(forks));
  }

  /** Absent unless every iteration counted them. */
  private static @Nullable Double segments(List<ForkRecord> forks) {
    final boolean counted =
        forks.stream()
            .flatMap(fork -> fork.measurement().iterations().stream())
            .allMatch(iteration -> iteration.segments() != null);
    return counted
        ? ForkFigures.perRequest(
            forks, iteration -> Objects.requireNonNullElse(iteration.segments(), 0L))
        : null;
  }

  private static <T> double[] values(List<T> each, ToDoubleFunction<T> figure) {
    return each.stream().mapToDouble(figure).toArray();
  }
}
