package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.time.Duration;

/** Is told how a run goes. */
public interface Progress {

  /**
   * A fork is about to start.
   *
   * @param step its place among all forks of the run so far, from 1
   * @param steps how many forks the run is thought to have
   * @param left time that the run is thought to take yet
   */
  void starting(int round, int step, int steps, Cell cell, Duration left);

  /** It has been measured and saved. */
  void finished(ForkRecord fork);
}
