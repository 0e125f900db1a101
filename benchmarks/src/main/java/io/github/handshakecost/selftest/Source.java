package io.github.handshakecost.selftest;

import io.github.handshakecost.run.ArmForks;
import io.github.handshakecost.run.Effort;
import java.util.Map;

/** Where forks come from, whose servers may be told to hold back. */
@FunctionalInterface
public interface Source {
  /**
   * Forks of an effort.
   *
   * @param properties system properties of each
   */
  ArmForks forks(Effort effort, Map<String, String> properties);
}
