package io.github.handshakecost.stats;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures of one fork. */
final class ForkFigures {
  private ForkFigures() {}

  /** The time budget of an operation; the residual is what the phases leave of the mean. */
  static PhaseTimes phases(ForkRecord fork) {
    return PhaseTimes.closing(fork.mean(), phase -> mean(fork, phase));
  }

  static double clientCpuPerRequest(ForkRecord fork) {
    return perRequest(List.of(fork), IterationRecord::clientCpu);
  }

  static double serverCpuPerRequest(ForkRecord fork) {
    return perRequest(List.of(fork), IterationRecord::serverCpu);
  }

  /** Total of a figure over total of requests. */
  static double perRequest(List<ForkRecord> forks, ToDoubleFunction<IterationRecord> figure) {
    return sum(forks, figure) / sum(forks, iteration -> iteration.counts().requests());
  }

  static double sum(List<ForkRecord> forks, ToDoubleFunction<IterationRecord> figure) {
    return each(forks, figure).getSum();
  }

  private static double mean(ForkRecord fork, Phase phase) {
    return fork.mean(iteration -> phase.of(iteration.phases()));
  }

  /** Of every iteration, without a stream: a report asks for this some hundred thousand times. */
  private static DoubleSummaryStatistics each(
      List<ForkRecord> forks, ToDoubleFunction<IterationRecord> figure) {
    final DoubleSummaryStatistics each = new DoubleSummaryStatistics();
    for (final ForkRecord fork : forks) {
      for (final IterationRecord iteration : fork.measurement().iterations()) {
        each.accept(figure.applyAsDouble(iteration));
      }
    }
    return each;
  }
}
