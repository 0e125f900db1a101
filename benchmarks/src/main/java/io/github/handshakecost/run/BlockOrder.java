package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.result.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * In which order a fork measures its blocks: one distance after the other, loopback first; at each
 * cycle by cycle; in each cycle every cell once, in an order of its own.
 */
final class BlockOrder {
  /** Cycles that are measured once for nothing. */
  private static final int REHEARSALS = 3;

  private BlockOrder() {}

  /**
   * The blocks that a fork measures before the others and does not count. The first blocks run code
   * that no warm-up has run, and the JIT compiler discards and compiles it again.
   *
   * @param order of the blocks that count
   */
  static List<Integer> rehearsal(Group group, List<Integer> order) {
    final String first = group.cells().get(order.get(0)).param(Axes.RTT.name());
    final long cells =
        group.cells().stream().filter(cell -> cell.param(Axes.RTT.name()).equals(first)).count();
    return order.subList(0, (int) Math.min(order.size(), REHEARSALS * cells));
  }

  /**
   * The cell of each block, by its place in the group.
   *
   * @param seed the same seed gives the same order
   */
  static List<Integer> of(Group group, Effort effort, long seed) {
    final Map<Duration, List<Integer>> stages = new TreeMap<>();
    for (int i = 0; i < group.cells().size(); i++) {
      final Cell cell = group.cells().get(i);
      stages
          .computeIfAbsent(Settings.of(cell.params()).rtt().time(), distance -> new ArrayList<>())
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
