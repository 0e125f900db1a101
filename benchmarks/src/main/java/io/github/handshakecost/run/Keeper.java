package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Warning;
import java.util.List;

/** Keeps what a run measures. Each call is durable when it returns. */
public interface Keeper {
  /** Every fork so far, those of an earlier part of a continued run included. */
  List<ForkRecord> forks();

  /**
   * Saves the records of a fork.
   *
   * @throws io.github.handshakecost.result.RunDirectoryException if they cannot be written
   */
  void keep(List<ForkRecord> fork);

  /** Takes a cell out of the results, because its premise broke. */
  void withdraw(Cell cell, String sentence);

  /** Takes cells out of the plan, because there is no time for them. */
  void drop(List<Cell> cells, Warning why);
}
