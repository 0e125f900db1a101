package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreadUsageTest {

  @Test
  void jvmOfTheTestMeasuresThreads() {
    assertThat(ThreadUsage.missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "isThreadCpuTimeSupported, the CPU time of threads",
    "isThreadCpuTimeEnabled, the CPU time of threads",
    "isThreadAllocatedMemorySupported, the allocation of threads",
    "isThreadAllocatedMemoryEnabled, the allocation of threads"
  })
  void missingMeasurementIsNamedWithTheRemedy(String question, String what) {
    assertThat(ThreadUsage.missing(jvmThatDenies(question)))
        .hasValue(
            "this JVM does not measure "
                + what
                + ": a HotSpot JVM measures both, unless a program or an agent in it switches that off");
  }

  /** An unknown time would be saved as -1 ns of CPU. */
  @Test
  void trialIsRefusedInAJvmThatDoesNotMeasureThreads() {
    ManagementFactory.getThreadMXBean().setThreadCpuTimeEnabled(false);
    try {
      assertThatThrownBy(() -> Trials.measure(Trials.plan("pooled", "http")))
          .isInstanceOf(BrokenPremiseException.class)
          .hasMessageContaining("this JVM does not measure the CPU time of threads");
    } finally {
      ManagementFactory.getThreadMXBean().setThreadCpuTimeEnabled(true);
    }
  }

  private static ThreadMXBean jvmThatDenies(String question) {
    return (ThreadMXBean)
        Proxy.newProxyInstance(
            ThreadUsageTest.class.getClassLoader(),
            new Class<?>[] {ThreadMXBean.class},
            (proxy, method, arguments) -> !method.getName().equals(question));
  }
}
