package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.InjectedDelay;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.result.Cell;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class ColdJvmTest {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  /** 1,100 requests at this delay take longer than the test waits. */
  private static final InjectedDelay SLOW =
      new InjectedDelay(Duration.ofMillis(10), Duration.ofMillis(100));

  /** As when the harness is killed, which closes its end of the pipe. */
  @Test
  void jvmEndsWithItsHarnessInTheMiddleOfItsRequests() throws Exception {
    final Cell cell =
        Trials.cell("new-connection-full", "tls1.3", "raw-socket")
            .with("nth", "1000")
            .with("cds", "on");
    try (TestBed bed =
        new TestBed(
            List.of(Settings.of(cell.params())),
            Trials.options(config -> config.withDelay(SLOW)))) {
      final Process jvm = new ProcessBuilder(JavaCommand.of(List.of(), ColdJvm.class)).start();
      try (OutputStream harness = jvm.getOutputStream()) {
        new ColdTrial(bed, List.of(cell)).writeTask(harness);
        awaitRequests(bed);
      }

      assertThat(jvm.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(jvm.getInputStream().readAllBytes()).isEmpty();
      jvm.destroyForcibly();
    }
  }

  private static Ledger ledger(TestBed bed) {
    return bed.servers().all().iterator().next().ledger();
  }

  private static void awaitRequests(TestBed bed) {
    final long deadline = System.nanoTime() + WITHIN.toNanos();
    while (ledger(bed).requests() < 2 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(ledger(bed).requests()).isBetween(2L, 999L);
  }
}
