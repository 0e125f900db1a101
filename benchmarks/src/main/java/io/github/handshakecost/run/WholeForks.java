package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import java.util.ArrayList;
import java.util.List;

/**
 * A killed run may have saved some cells of its last fork and not the others. It is continued
 * without them, since the fork is measured again.
 */
public final class WholeForks {
  private WholeForks() {}

  /** The forks of a run that are saved whole; the files of the others are deleted. */
  public static List<ForkRecord> of(Run run, RunDirectory directory) {
    final List<ForkRecord> whole = new ArrayList<>(run.forks());
    for (final Group group : Group.of(run.manifest().cells())) {
      final List<ForkRecord> last = last(run, group.cells());
      if (!last.isEmpty() && last.size() < group.cells().size()) {
        directory.discard(last);
        whole.removeAll(last);
      }
    }
    return whole;
  }

  private static List<ForkRecord> last(Run run, List<Cell> cells) {
    return run.forks().stream()
        .filter(fork -> fork.round() == run.rounds() && cells.contains(fork.cell()))
        .toList();
  }
}
