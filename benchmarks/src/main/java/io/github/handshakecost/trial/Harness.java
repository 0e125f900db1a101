package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import java.util.Optional;

/** The process that started this fork and waits for its figures. */
final class Harness {
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  private Harness() {}

  /**
   * Lets this fork end with its harness where the system can do that, also by SIGKILL: left alone
   * it would take the processor from whatever is measured next.
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
      // Then the fork ends when it next has something to tell JMH.
    }
    // The kernel signals an end that is yet to come, and none that was before (prctl(2)).
    requireAlive(pid);
  }

  /**
   * A process whose parent has ended has another; a profiler may stand between it and its harness.
   */
  static void requireAlive(long pid) {
    Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
    while (ancestor.isPresent() && ancestor.get().pid() != pid) {
      ancestor = ancestor.get().parent();
    }
    if (ancestor.isEmpty()) {
      throw new IllegalStateException(
          "the harness, process %d, has ended: nobody waits for this fork".formatted(pid));
    }
  }
}
