package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;

/** Is told what a fork measures while it goes on; nothing of it is proven yet. */
@FunctionalInterface
public interface BlockListener {
  /**
   * A block has been measured.
   *
   * @param micros mean time of an operation
   */
  void measured(Cell cell, double micros);
}
