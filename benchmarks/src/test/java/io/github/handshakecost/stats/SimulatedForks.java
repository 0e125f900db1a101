package io.github.handshakecost.stats;

import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleForks;
import java.util.List;

/** Forks with a given time for handshake and exchange. */
public final class SimulatedForks {
  private SimulatedForks() {}

  public static ForkRecord of(Cell cell, int round, double tls, double exchange) {
    final PhaseTimes phases = new PhaseTimes(0, 0.0, tls, exchange, 0, 0);
    return SampleForks.withIterations(
        SampleForks.fork(cell, round),
        iterations -> List.of(SampleForks.withTimes(iterations.get(0), phases.total(), phases)));
  }
}
