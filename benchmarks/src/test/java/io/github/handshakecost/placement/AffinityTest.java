package io.github.handshakecost.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Binds real threads, each of the test's own, and asks the kernel where they may run. */
final class AffinityTest {

  private static final Path STATUS = Path.of("/proc/thread-self/status");

  @BeforeEach
  void systemLetsThreadsBeBound() {
    assumeTrue(
        Affinity.refusal().isEmpty() && Files.exists(STATUS),
        () -> "threads cannot be bound here: " + Affinity.refusal());
  }

  @Test
  void boundThreadMayRunOnThatCpuAlone() throws Exception {
    final int cpu = Affinity.measuringCpu();

    final String seen =
        onAThreadOfItsOwn(
            () -> {
              Affinity.pinCurrentThread(cpu);
              return allowedByTheKernel();
            });

    assertThat(seen).isEqualTo(String.valueOf(cpu));
  }

  @Test
  void boundThreadIsSetFreeAgain() throws Exception {
    final String before = onAThreadOfItsOwn(AffinityTest::allowedByTheKernel);

    final String after =
        onAThreadOfItsOwn(
            () -> {
              final CpuSet allowed = Affinity.allowed();
              Affinity.pinCurrentThread(Affinity.measuringCpu());
              Affinity.restrictCurrentThread(allowed);
              return allowedByTheKernel();
            });

    assertThat(after).isEqualTo(before);
  }

  @Test
  void bindingOneThreadLeavesTheOthersFree() throws Exception {
    final CpuSet before = Affinity.allowed();

    onAThreadOfItsOwn(
        () -> {
          Affinity.pinCurrentThread(Affinity.measuringCpu());
          return Affinity.allowed();
        });

    assertThat(Affinity.allowed()).isEqualTo(before);
  }

  @Test
  void measuringCpuIsTheHighestAllowed() {
    assertThat(Affinity.measuringCpu()).isEqualTo(Collections.max(Affinity.allowed().cpus()));
  }

  @Test
  void cpuThatThisMachineDoesNotHaveIsRefusedByName() {
    assertThatThrownBy(() -> Affinity.pinCurrentThread(1023))
        .isInstanceOf(PlacementRefusedException.class)
        .hasMessageContaining("CPU 1023")
        .hasMessageContaining("errno 22")
        .hasMessageContaining("Cpus_allowed_list")
        .hasMessageContaining("placement=free");
  }

  @Test
  void cpuBeyondTheMaskIsRefusedToo() {
    assertThatThrownBy(() -> Affinity.pinCurrentThread(1024))
        .isInstanceOf(PlacementRefusedException.class)
        .hasMessageContaining("CPU 1024");
  }

  private static String allowedByTheKernel() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("Cpus_allowed_list:"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T onAThreadOfItsOwn(Supplier<T> action) throws Exception {
    final CompletableFuture<T> result = new CompletableFuture<>();
    final Thread thread = new Thread(() -> result.completeAsync(action, Runnable::run), "affinity");
    thread.setDaemon(true);
    thread.start();
    return result.get(10, TimeUnit.SECONDS);
  }
}
