package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import java.util.Optional;

/** The process that started this fork and waits for its measurement. */
final class Harness {
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  private Harness() {}

  /**
   * Lets this fork end with its harness, even by SIGKILL, if the system can do that. A fork that
   * went on would take the processor from the next measurement.
   *
   * @throws IllegalStateException if the harness has ended already
   */
  static void endWith(long pid) {
    if (!LINUX) {
      return;
    }
    try {
      PrivateNetwork.endWithParent();
    } catch (LinkUnavailableException nativeCodeDoesNotLoad) {
      // Then the fork ends when it next sends something to JMH.
    }
    // The kernel signals only an end that is yet to come (prctl(2)).
    requireAlive(pid);
  }

  /** Looks at all ancestors, because a profiler may run between the harness and its fork. */
  static void requireAlive(long pid) {
    Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
    while (ancestor.isPresent() && ancestor.get().pid() != pid) {
      ancestor = ancestor.get().parent();
    }
    if (ancestor.isEmpty()) {
      throw new IllegalStateException(
          "the harness, process %d, has ended, and this fork with it".formatted(pid));
    }
  }
}
