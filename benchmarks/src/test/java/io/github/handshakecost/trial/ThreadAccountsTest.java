package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.handshakecost.proof.BrokenPremiseException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreadAccountsTest {

  @Test
  void jvmOfTheTestTellsAll() {
    assertThat(ThreadAccounts.missing()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "isThreadCpuTimeSupported, the CPU time of threads",
    "isThreadCpuTimeEnabled, the CPU time of threads",
    "isThreadAllocatedMemorySupported, what threads allocate",
    "isThreadAllocatedMemoryEnabled, what threads allocate"
  })
  void whatIsNotToldIsNamedWithTheRemedy(String question, String what) {
    assertThat(ThreadAccounts.missing(jvmThatDenies(question)))
        .hasValue(
            "this JVM does not tell "
                + what
                + ": a HotSpot JVM tells, unless a program or an agent in it switches that off");
  }

  /** An unknown time would be saved as -1 ns of CPU. */
  @Test
  void trialIsRefusedInAJvmThatDoesNotTell() {
    ManagementFactory.getThreadMXBean().setThreadCpuTimeEnabled(false);
    try {
      assertThatThrownBy(() -> Trials.measure(Trials.subject("pooled", "http")))
          .isInstanceOf(BrokenPremiseException.class)
          .hasMessageContaining("this JVM does not tell the CPU time of threads");
    } finally {
      ManagementFactory.getThreadMXBean().setThreadCpuTimeEnabled(true);
    }
  }

  private static ThreadMXBean jvmThatDenies(String question) {
    return (ThreadMXBean)
        Proxy.newProxyInstance(
            ThreadAccountsTest.class.getClassLoader(),
            new Class<?>[] {ThreadMXBean.class},
            (proxy, method, arguments) -> !method.getName().equals(question));
  }
}
