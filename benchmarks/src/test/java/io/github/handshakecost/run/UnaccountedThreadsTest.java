package io.github.handshakecost.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A JVM that does not measure its threads cannot run anything. */
final class UnaccountedThreadsTest {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @BeforeEach
  void stopAccounting() {
    threads.setThreadCpuTimeEnabled(false);
  }

  @AfterEach
  void accountAgain() {
    threads.setThreadCpuTimeEnabled(true);
  }

  @Test
  void runIsRefusedBeforeAnythingIsMeasured() {
    assertThatThrownBy(() -> Preflight.check())
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("does not measure the CPU time of threads", "HotSpot");
  }
}
