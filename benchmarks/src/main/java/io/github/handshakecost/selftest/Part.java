package io.github.handshakecost.selftest;

import io.github.handshakecost.result.SelfTest;
import java.util.Optional;

/** A part of a self-test while it is measured. */
@FunctionalInterface
interface Part {
  /**
   * Measures a round.
   *
   * @param round from 1
   * @return what is known after it; empty as long as there is no interval
   */
  Optional<SelfTest.Part> measure(int round);
}
