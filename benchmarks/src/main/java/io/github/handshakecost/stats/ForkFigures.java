package io.github.handshakecost.stats;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.IterationRecord;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.PhaseTimes;
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
    return forks.stream()
        .flatMap(fork -> fork.measurement().iterations().stream())
        .mapToDouble(figure)
        .sum();
  }

  private static double mean(ForkRecord fork, Phase phase) {
    return fork.measurement().iterations().stream()
        .mapToDouble(iteration -> phase.of(iteration.phases()))
        .average()
        .orElseThrow();
  }
}
