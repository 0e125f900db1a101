package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.stats.EarlyAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what the blocks of a fork say while it goes on. */
final class EarlyBlocks implements BlockListener {
  /** With fewer a single slow block would decide. */
  private static final int LEAST_BLOCKS = 5;

  private final Group group;
  private final Progress progress;
  private final Map<Cell, List<Double>> blocks = new LinkedHashMap<>();
  private boolean silent;

  /**
   * @param answers whether to give an answer; after the first fork the saved ones do
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
