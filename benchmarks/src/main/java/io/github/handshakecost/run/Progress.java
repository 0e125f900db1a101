package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.run.Forks.BlockListener;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.stats.EarlyAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Receives the progress of a run. */
public interface Progress {

  /**
   * A fork is about to start.
   *
   * @param step its number among all forks of the run, from 1
   * @param steps the most forks that the run can have; never grows after the first fork
   * @param left the longest that the run can still take; never grows after the first fork
   */
  void starting(int round, int step, int steps, Group group, Duration left);

  /** A fork has measured the first block of a cell. */
  void measuring(Cell cell);

  /** The answer so far. */
  void soFar(EarlyAnswer answer);

  /**
   * The duration of a round on this machine is known.
   *
   * @param rounds the most rounds that fit the plan and its budget
   * @param dropped groups that do not fit the budget
   */
  void fitted(Duration round, int rounds, List<Group> dropped);

  /** A fork has been measured and saved. */
  void finished(GroupFork fork, Duration took);

  /** Reports the first block of each cell, and in the first fork an answer from its blocks. */
  final class EarlyBlocks implements BlockListener {
    /** With fewer blocks a single slow one would decide. */
    private static final int LEAST_BLOCKS = 5;

    private final Group group;
    private final Progress progress;
    private final Map<Cell, List<Double>> blocks = new LinkedHashMap<>();
    private boolean silent;

    /**
     * @param answers whether to give an answer
     */
    EarlyBlocks(Group group, Progress progress, boolean answers) {
      this.group = group;
      this.progress = progress;
      silent = !answers;
    }

    @Override
    public void measured(Cell cell, double micros) {
      if (!blocks.containsKey(cell)) {
        progress.measuring(cell);
      }
      blocks.computeIfAbsent(cell, first -> new ArrayList<>()).add(micros);
      if (!silent && blocks.values().stream().allMatch(each -> each.size() >= LEAST_BLOCKS)) {
        EarlyAnswer.ofBlocks(group.cells(), blocks)
            .ifPresent(
                answer -> {
                  progress.soFar(answer);
                  silent = true;
                });
      }
    }
  }
}
