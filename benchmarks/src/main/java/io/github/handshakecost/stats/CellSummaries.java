package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.IterationRecord;
import io.github.handshakecost.result.PerRequest;
import io.github.handshakecost.result.PhaseTimes;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Sums up the forks of a cell. */
final class CellSummaries {
  private final ForkIndex index;
  private final Bootstrap bootstrap;

  CellSummaries(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  CellSummary of(Cell cell) {
    final List<ForkRecord> forks = index.forks(cell);
    final double[] means = forks.stream().mapToDouble(ForkRecord::mean).toArray();
    final double mean = Means.of(means);
    return new CellSummary(
        cell.benchmark(),
        cell.params(),
        forks.size(),
        Math.round(ForkFigures.sum(forks, iteration -> iteration.counts().requests())),
        Math.round(ForkFigures.sum(forks, IterationRecord::operations)),
        mean,
        bootstrap.mean(means),
        percentile(forks, 50),
        percentile(forks, 95),
        percentile(forks, 99),
        perRequest(forks),
        PhaseTimes.closing(mean, phase -> mean(forks, fork -> phase.of(ForkFigures.phases(fork)))));
  }

  private static double percentile(List<ForkRecord> forks, double percentile) {
    return mean(forks, fork -> fork.measurement().latency().at(percentile));
  }

  private static PerRequest perRequest(List<ForkRecord> forks) {
    return new PerRequest(
        ForkFigures.perRequest(forks, it -> it.counts().connections()),
        ForkFigures.perRequest(forks, it -> it.counts().handshakesFull()),
        ForkFigures.perRequest(forks, it -> it.counts().handshakesResumed()),
        ForkFigures.perRequest(forks, it -> it.counts().bytesIn()),
        ForkFigures.perRequest(forks, it -> it.counts().bytesOut()),
        ForkFigures.perRequest(forks, IterationRecord::clientCpu),
        ForkFigures.perRequest(forks, IterationRecord::serverCpu),
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

  private static double mean(List<ForkRecord> forks, ToDoubleFunction<ForkRecord> figure) {
    return Means.of(forks.stream().mapToDouble(figure).toArray());
  }
}
