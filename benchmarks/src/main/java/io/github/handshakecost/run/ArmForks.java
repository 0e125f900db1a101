package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.HandOver.Arm;
import java.util.List;

/** Forks whose arms need not be the cells of a plan: the harness is measured by them. */
public interface ArmForks {

  /**
   * Measures arms in one JVM, in interleaved blocks.
   *
   * @param arms of one client, key, server and placement; a cell may be there more than once
   * @return a record for each arm, in the same order
   * @throws ForkFailedException if the fork did not come to its end, or a premise broke
   */
  List<ForkRecord> together(int round, String label, List<Arm> arms);

  /**
   * Measures a cell as JMH's own command line does, in a JVM that measures nothing else.
   *
   * @throws ForkFailedException if the fork did not come to its end, or its premise broke
   */
  ForkRecord alone(int round, Cell cell);
}
