package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Figures of forks. */
final class ForkFigures {
  private ForkFigures() {}

  /** The arithmetic mean; NaN of nothing. */
  static double mean(double... values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** The mean of each fork. */
  static double[] means(List<ForkRecord> forks) {
    return forks.stream().mapToDouble(ForkRecord::mean).toArray();
  }

  /** The time budget of an operation; the residual is the part of the mean that no phase has. */
  static PhaseTimes phases(ForkRecord fork) {
    final ToDoubleFunction<Phase> means =
        phase -> fork.mean(iteration -> phase.of(iteration.phases()));
    final Double lease = lease(fork.measurement().iterations(), means);
    if (lease == null || waits(fork.cell())) {
      return PhaseTimes.closing(fork.mean(), timed(fork), lease, means);
    }
    return PhaseTimes.closing(
        fork.mean(),
        timed(fork),
        null,
        phase -> means.applyAsDouble(phase) + (phase == Phase.EXCHANGE ? lease : 0));
  }

  /**
   * Whether a request waits for its connection, while others have it or while it is checked. If
   * not, the client's work to take it belongs to the exchange.
   */
  private static boolean waits(Cell cell) {
    return cell.users() > 1 || cell.param(AxisNames.RECOVERY).equals(AxisNames.CHECK);
  }

  private static @Nullable Double lease(
      List<IterationRecord> iterations, ToDoubleFunction<Phase> means) {
    final boolean told =
        iterations.stream().allMatch(iteration -> iteration.phases().lease() != null);
    return told ? means.applyAsDouble(Phase.LEASE) : null;
  }

  /** Whether the client timed connects and handshakes. */
  static boolean timed(ForkRecord fork) {
    return fork.measurement().iterations().stream().allMatch(it -> it.phases().timed());
  }

  static double clientCpuPerRequest(ForkRecord fork) {
    return perRequest(List.of(fork), IterationRecord::clientCpu);
  }

  static double serverCpuPerRequest(ForkRecord fork) {
    return perRequest(List.of(fork), IterationRecord::serverCpu);
  }

  /** The total of a figure over the total of requests. */
  static double perRequest(List<ForkRecord> forks, ToDoubleFunction<IterationRecord> figure) {
    return sum(forks, figure) / sum(forks, iteration -> iteration.counts().requests());
  }

  static double sum(List<ForkRecord> forks, ToDoubleFunction<IterationRecord> figure) {
    return forks.stream()
        .flatMap(fork -> fork.measurement().iterations().stream())
        .mapToDouble(figure)
        .sum();
  }
}
