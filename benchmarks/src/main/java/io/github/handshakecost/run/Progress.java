package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.stats.EarlyAnswer;
import java.time.Duration;
import java.util.List;

/** Is told how a run goes. */
public interface Progress {

  /**
   * A fork is about to start.
   *
   * @param step its place among all forks of the run so far, from 1
   * @param steps how many forks the run has at most; from the second fork on it never grows
   * @param left time that the run takes at most; never more than was told before, less what has
   *     passed since
   */
  void starting(int round, int step, int steps, Group group, Duration left);

  /** A fork goes over to a cell for the first time. */
  void measuring(Cell cell);

  /** What is known so far. */
  void soFar(EarlyAnswer answer);

  /**
   * It is known what a round costs here.
   *
   * @param rounds that fit the budget, and that the plan has at most
   * @param dropped groups for which there is no time
   */
  void fitted(Duration round, int rounds, List<Group> dropped);

  /** A fork has been measured and saved. */
  void finished(GroupFork fork, Duration took);
}
