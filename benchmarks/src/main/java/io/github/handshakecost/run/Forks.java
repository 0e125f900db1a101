package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;

/** Where measured forks come from. */
@FunctionalInterface
public interface Forks {

  /**
   * Measures a cell once, in a JVM of its own.
   *
   * @throws ForkFailedException if a premise broke or the fork did not come to its end
   */
  ForkRecord measure(int round, Cell cell);
}
