package io.github.handshakecost.selftest;

import io.github.handshakecost.result.ForkRecord;
import java.util.List;
import java.util.function.Supplier;

/** Forks one after another, each told and kept. */
@FunctionalInterface
interface Steps {
  /**
   * Measures a fork.
   *
   * @param what it measures; a name for a file
   */
  List<ForkRecord> step(String what, int round, Supplier<List<ForkRecord>> fork);
}
