package io.github.handshakecost.stats;

import static io.github.handshakecost.stats.ForkFigures.mean;
import static io.github.handshakecost.stats.ForkFigures.perRequest;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.LiveClient;
import io.github.handshakecost.result.PerRequest;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;
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

  CellSummary of(Cell cell) {
    final List<ForkRecord> forks = index.forks(cell);
    final List<PhaseTimes> phases = forks.stream().map(ForkFigures::phases).toList();
    final double[] means = ForkFigures.means(forks);
    final double[] p50 = percentiles(forks, 50);
    final double[] p95 = percentiles(forks, 95);
    final double[] p99 = percentiles(forks, 99);
    final double mean = mean(means);
    final double[] shares = ResumptionShares.of(cell, forks);
    return new CellSummary(
        cell.benchmark(),
        cell.params(),
        forks.size(),
        Math.round(ForkFigures.sum(forks, iteration -> iteration.counts().requests())),
        Math.round(ForkFigures.sum(forks, IterationRecord::operations)),
        mean,
        bootstrap.mean(means),
        mean(p50),
        bootstrap.mean(p50),
        mean(p95),
        bootstrap.mean(p95),
        mean(p99),
        bootstrap.mean(p99),
        counts(forks),
        phases(mean, phases),
        shares == null ? null : mean(shares),
        shares == null ? null : ResumptionShares.interval(shares, bootstrap),
        liveClient(forks),
        findings.flags(cell));
  }

  private static PhaseTimes phases(double mean, List<PhaseTimes> ofForks) {
    final ToDoubleFunction<Phase> means =
        phase -> mean(ofForks.stream().mapToDouble(phase::of).toArray());
    final boolean told = ofForks.stream().allMatch(fork -> fork.lease() != null);
    return PhaseTimes.closing(
        mean,
        ofForks.stream().allMatch(PhaseTimes::timed),
        told ? means.applyAsDouble(Phase.LEASE) : null,
        means);
  }

  private static double[] percentiles(List<ForkRecord> forks, double percentile) {
    return forks.stream()
        .mapToDouble(fork -> fork.measurement().latency().at(percentile))
        .toArray();
  }

  private static PerRequest counts(List<ForkRecord> forks) {
    return new PerRequest(
        perRequest(forks, iteration -> iteration.counts().connections()),
        perRequest(forks, iteration -> iteration.counts().handshakesFull()),
        perRequest(forks, iteration -> iteration.counts().handshakesResumed()),
        perRequest(forks, iteration -> iteration.counts().bytesIn()),
        perRequest(forks, iteration -> iteration.counts().bytesOut()),
        mean(forks.stream().mapToDouble(ForkFigures::clientCpuPerRequest).toArray()),
        mean(forks.stream().mapToDouble(ForkFigures::serverCpuPerRequest).toArray()),
        perRequest(forks, IterationRecord::allocatedBytes),
        segments(forks),
        threads(forks));
  }

  /** The mean over the blocks that counted them; absent without any. */
  private static @Nullable Double threads(List<ForkRecord> forks) {
    final OptionalDouble mean =
        forks.stream()
            .flatMap(fork -> fork.measurement().iterations().stream())
            .map(IterationRecord::clientThreads)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  /** Now and then, something of JMH is freed while a fork weighs. */
  private static @Nullable LiveClient liveClient(List<ForkRecord> forks) {
    final List<LiveClient> weighed =
        forks.stream()
            .map(fork -> fork.measurement().liveClient())
            .filter(Objects::nonNull)
            .toList();
    return weighed.isEmpty()
        ? null
        : new LiveClient(
            median(weighed.stream().mapToDouble(LiveClient::heapBytes)),
            median(weighed.stream().mapToDouble(LiveClient::threads)));
  }

  private static double median(DoubleStream figures) {
    return Median.withDefaults().evaluate(figures.toArray());
  }

  /** Absent unless every iteration counted them. */
  private static @Nullable Double segments(List<ForkRecord> forks) {
    final boolean counted =
        forks.stream()
            .flatMap(fork -> fork.measurement().iterations().stream())
            .allMatch(iteration -> iteration.segments() != null);
    return counted
        ? perRequest(forks, iteration -> Objects.requireNonNullElse(iteration.segments(), 0L))
        : null;
  }
}
