package io.github.handshakecost.result;

import java.util.List;

/**
 * What the harness tells a fork to measure.
 *
 * @param arms what is measured; as a rule each cell once
 * @param order the arm of each block, by its place among the arms, from 0; the rehearsal first
 */
public record GroupTask(List<Arm> arms, List<Integer> order) {
  public GroupTask {
    arms = List.copyOf(arms);
    order = List.copyOf(order);
  }

  /**
   * One of the things that are compared.
   *
   * @param delayed whether the server holds its answers back meanwhile, if it is told to at all
   */
  public record Arm(Cell cell, boolean delayed) {}
}
