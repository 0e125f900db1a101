package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.Requester;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.result.WarmUpCurve;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private static final Subject POOLED = Trials.subject("pooled", "http");

  @Test
  void boundEndsAWarmUpThatHasNotSettled() throws IOException {
    final long begin = System.nanoTime();

    final WarmUpCurve curve = warmUp(Duration.ofMillis(500), POOLED);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(curve.settled()).isFalse();
    assertThat(curve.requests()).isPositive();
    assertThat(curve.allCores()).isNotEmpty().allMatch(micros -> micros > 0);
    assertThat(curve.inPlace()).isNotEmpty().allMatch(micros -> micros > 0);
    assertThat(curve.windowSeconds()).isPositive();
  }

  @Test
  void everyCoreButTheServersAndThenTheMeasuredThreadHasAUserAndEachIsClosed() throws IOException {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final Subject counted =
        Trials.with(
            POOLED,
            wiring -> {
              opened.incrementAndGet();
              return new Closing(POOLED.requesters().apply(wiring), closed::incrementAndGet);
            });

    warmUp(Duration.ofMillis(1), counted);

    assertThat(opened).hasValue(Math.max(1, Runtime.getRuntime().availableProcessors() - 1) + 1);
    assertThat(closed).hasValue(opened.get());
  }

  @Test
  void requestThatFailsEndsItLongBeforeTheBound() {
    final Subject failing =
        Trials.with(
            POOLED,
            wiring ->
                new Closing(
                    path -> {
                      throw new IOException("refused");
                    },
                    () -> {}));

    assertThatThrownBy(() -> warmUp(Duration.ofHours(1), failing))
        .isInstanceOf(BrokenPremiseException.class)
        .hasMessage(
            "%s: after 0 good requests, expected a response, found java.io.IOException: refused",
            POOLED.cell());
  }

  private static WarmUpCurve warmUp(Duration most, Subject subject) throws IOException {
    try (HttpsFixture fixture = HttpsFixture.start(FixtureConfig.defaults())) {
      final WarmUp warmUp = new WarmUp(1, most, () -> fixture.ledger().cpuNanos());
      final CostCurve onAllCores = warmUp.onAllCores(() -> new User(subject, fixture));
      try (User user = new User(subject, fixture)) {
        return warmUp.inPlace(user, onAllCores);
      }
    }
  }

  private interface Getting {
    byte[] get(String path) throws IOException;
  }

  /** Tells when it is closed. */
  private record Closing(Getting getting, Runnable closed) implements Requester {

    Closing(Requester requester, Runnable closed) {
      this(requester::get, closed);
    }

    @Override
    public byte[] get(String path) throws IOException {
      return getting.get(path);
    }

    @Override
    public void close() {
      closed.run();
    }
  }
}
