package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.run.Forks.GroupFork;
import java.util.Map;

/** Complete forks of a group that were never measured. */
final class GroupForks {
  private GroupForks() {}

  static GroupFork of(int round, Group group) {
    return new GroupFork(
        group.cells().stream().map(cell -> SampleForks.fork(cell, round)).toList(), Map.of());
  }

  /** A fork in which the premise of a cell broke. */
  static GroupFork broken(int round, Group group, Cell cell, String sentence) {
    return new GroupFork(
        group.cells().stream()
            .filter(other -> !other.equals(cell))
            .map(other -> SampleForks.fork(other, round))
            .toList(),
        Map.of(cell, sentence));
  }
}
