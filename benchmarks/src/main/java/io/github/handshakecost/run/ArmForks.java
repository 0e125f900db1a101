package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import java.util.List;

/** Source of the forks by which the harness measures itself. */
public interface ArmForks {

  /**
   * Measures arms in one JVM, in interleaved blocks.
   *
   * @param arms of one client, key, server and placement; a cell may occur more than once
   * @return a record for each arm, in the same order
   * @throws ForkFailedException if the fork did not finish, or a premise broke
   */
  List<ForkRecord> together(int round, String label, List<Arm> arms);

  /**
   * Measures one cell in its own JVM, as JMH's command line does.
   *
   * @throws ForkFailedException if the fork did not finish, or its premise broke
   */
  ForkRecord alone(int round, Cell cell);
}
