package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The order of a fork's blocks: one distance after the other, loopback first. A cycle has one block
 * of each cell, in random order.
 */
final class BlockOrder {
  /** Cycles that are measured and not counted. */
  private static final int REHEARSALS = 3;

  private BlockOrder() {}

  /**
   * The blocks that a fork measures first and does not count. They run code that the warm-up has
   * not run, so the JIT compiler discards some of its code and compiles it again.
   *
   * @param order of the blocks that count
   */
  static List<Integer> rehearsal(Group group, List<Integer> order) {
    final String first = group.cells().get(order.get(0)).param(Axes.RTT.name());
    final long cells =
        group.cells().stream().filter(cell -> cell.param(Axes.RTT.name()).equals(first)).count();
    return order.subList(0, (int) Math.min(order.size(), REHEARSALS * cells));
  }

  /** The cell of each block, by its index in the group; the same for the same seed. */
  static List<Integer> of(Group group, Effort effort, long seed) {
    final Map<Duration, List<Integer>> stages = new TreeMap<>();
    for (int i = 0; i < group.cells().size(); i++) {
      final Cell cell = group.cells().get(i);
      stages
          .computeIfAbsent(
              Settings.of(cell.params()).get(Axes.RTT).time(), distance -> new ArrayList<>())
          .add(i);
    }
    final Random random = new Random(seed);
    final List<Integer> order = new ArrayList<>();
    for (final List<Integer> stage : stages.values()) {
      final int cycles = effort.cyclesOf(group.cells().get(stage.get(0)));
      for (int cycle = 0; cycle < cycles; cycle++) {
        final List<Integer> shuffled = new ArrayList<>(stage);
        Collections.shuffle(shuffled, random);
        order.addAll(shuffled);
      }
    }
    return order;
  }
}
