package io.github.handshakecost.selftest;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SelfTest;
import java.time.Duration;
import java.util.List;

/** Is told how a self-test goes, and keeps what it is told. */
public interface Notebook {
  /**
   * A fork is about to start.
   *
   * @param what it measures
   * @param round from 1; 0 ahead of the first
   * @param left time that its part takes at most
   */
  void starting(String what, int round, Duration left);

  /** A fork is finished. */
  void measured(String what, int round, List<ForkRecord> arms);

  /** What a part's forks say so far. */
  void found(SelfTest.Part part);
}
