package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.trial.Affinity.PlacementRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pins real threads, and asks the kernel where they may run. */
final class AffinityTest {
  private static final Path STATUS = Path.of("/proc/thread-self/status");

  @BeforeEach
  void systemLetsThreadsBePinned() {
    assumeTrue(
        Affinity.refusal().isEmpty() && Files.exists(STATUS),
        () -> "threads cannot be pinned here: " + Affinity.refusal());
  }

  @Test
  void pinnedThreadMayRunOnThatCpuAlone() throws Exception {
    final int cpu = Affinity.measuringCpu();

    final String seen =
        onANewThread(
            () -> {
              Affinity.pinCurrentThread(cpu);
              return allowedByTheKernel();
            });

    assertThat(seen).isEqualTo(String.valueOf(cpu));
  }

  @Test
  void pinningOneThreadLeavesTheOtherThreadsFree() throws Exception {
    final BitSet before = Affinity.allowed();

    onANewThread(
        () -> {
          Affinity.pinCurrentThread(Affinity.measuringCpu());
          return Affinity.allowed();
        });

    assertThat(Affinity.allowed()).isEqualTo(before);
  }

  @Test
  void measuringCpuIsTheHighestAllowed() {
    assertThat(Affinity.measuringCpu()).isEqualTo(Affinity.allowed().stream().max().orElseThrow());
  }

  @Test
  void sameCorePinsClientAndServerToOneCpu() throws Exception {
    final BitSet one = new BitSet();
    one.set(Affinity.measuringCpu());

    assertThat(placed(Placement.SAME_CORE)).hasSize(2).containsOnly(one);
  }

  @Test
  void freePinsNothing() throws Exception {
    final BitSet all = Affinity.allowed();

    assertThat(placed(Placement.FREE)).hasSize(2).containsOnly(all);
  }

  @Test
  void cpuThatThisMachineDoesNotHaveIsRefusedByName() {
    assertThatThrownBy(() -> Affinity.pinCurrentThread(1023))
        .isInstanceOf(PlacementRefusedException.class)
        .hasMessageContaining("CPU 1023")
        .hasMessageContaining("errno 22")
        .hasMessageContaining("placement=free");
  }

  @Test
  void cpuBeyondTheMaskIsRefusedToo() {
    assertThatThrownBy(() -> Affinity.pinCurrentThread(1024))
        .isInstanceOf(PlacementRefusedException.class)
        .hasMessageContaining("CPU 1024");
  }

  /** Where a new thread and a server's thread may run after they are placed. */
  private static List<BitSet> placed(Placement placement) throws Exception {
    return onANewThread(
        () -> {
          final List<BitSet> allowed = new CopyOnWriteArrayList<>();
          try (HttpsFixture fixture = HttpsFixture.start(FixtureConfig.defaults())) {
            Affinity.place(placement, List.of(fixture));
            allowed.add(Affinity.allowed());
            fixture.onServerThreads(() -> allowed.add(Affinity.allowed()));
          }
          return allowed;
        });
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

  private static <T> T onANewThread(Supplier<T> action) throws Exception {
    final CompletableFuture<T> result = new CompletableFuture<>();
    final Thread thread = new Thread(() -> result.completeAsync(action, Runnable::run), "affinity");
    thread.setDaemon(true);
    thread.start();
    return result.get(10, TimeUnit.SECONDS);
  }
}
