package io.github.handshakecost.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.placement.Affinity;
import io.github.handshakecost.placement.CpuSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PlacementTest {

  @BeforeEach
  void systemLetsThreadsBeBound() {
    assumeTrue(
        Affinity.refusal().isEmpty(), () -> "threads cannot be bound here: " + Affinity.refusal());
  }

  @Test
  void sameCoreBindsClientAndServerToOneCpu() throws Exception {
    final CpuSet one = new CpuSet(List.of(Affinity.measuringCpu()));

    assertThat(placed(Placement.SAME_CORE)).hasSize(2).containsOnly(one);
  }

  @Test
  void freeBindsNothing() throws Exception {
    final CpuSet all = Affinity.allowed();

    assertThat(placed(Placement.FREE)).hasSize(2).containsOnly(all);
  }

  /** Where a client's thread, one of its own, and a server's may run after placing. */
  private static List<CpuSet> placed(Placement placement) throws Exception {
    final List<CpuSet> allowed = new CopyOnWriteArrayList<>();
    final Runnable place =
        () -> {
          try (HttpsFixture fixture = HttpsFixture.start(FixtureConfig.defaults())) {
            placement.place(fixture);
            allowed.add(Affinity.allowed());
            fixture.onServerThreads(() -> allowed.add(Affinity.allowed()));
          }
        };
    CompletableFuture.runAsync(place, task -> new Thread(task, "placed").start())
        .get(10, TimeUnit.SECONDS);
    return allowed;
  }
}
