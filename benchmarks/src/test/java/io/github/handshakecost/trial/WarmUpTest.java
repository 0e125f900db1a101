package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.Requester;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.result.WarmUpCurve;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private static final Subject POOLED = Trials.subject("pooled", "http");
  private static final Subject FULL = Trials.subject("new-connection-full", "http");

  @Test
  void boundEndsAWarmUpThatHasNotSettled() throws IOException {
    final long begin = System.nanoTime();

    final WarmUpCurve curve = curve(warmUp(Duration.ofMillis(500), List.of(POOLED)), POOLED);

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

    warmUp(Duration.ofMillis(1), List.of(counted));

    assertThat(opened).hasValue(Math.max(1, Runtime.getRuntime().availableProcessors() - 1) + 1);
    assertThat(closed).hasValue(opened.get());
  }

  @Test
  void armsTakeTurns() throws IOException {
    final WarmUp warmUp = warmUp(Duration.ofMillis(700), List.of(POOLED, FULL));

    assertThat(curve(warmUp, POOLED).allCores()).isNotEmpty();
    assertThat(curve(warmUp, FULL).allCores()).isNotEmpty();
    assertThat(curve(warmUp, FULL).inPlace()).hasSameSizeAs(curve(warmUp, POOLED).inPlace());
  }

  @Test
  void armWithFewRequestsHasNotSettledHoweverFlatItsCurve() {
    final WarmUpArm arm = flat(POOLED);
    final List<Double> means = arm.inPlace().micros();

    arm.onAllCores().add(1_000, Settling.LEAST_REQUESTS - arm.requests() - 1);
    assertThat(arm.settles(List.of(arm), means)).isFalse();

    arm.onAllCores().add(1_000, 1);
    assertThat(arm.settles(List.of(arm), means)).isTrue();
  }

  @Test
  void handshakesOfAllPoliciesCountTogether() {
    final WarmUpArm arm = flat(Trials.subject("new-client", "tls1.3"));
    final WarmUpArm plain = flat(FULL);
    final WarmUpArm secure = flat(Trials.subject("new-connection-full", "tls1.3"));
    final long half = Settling.LEAST_REQUESTS / 2;
    List.of(arm, plain, secure).forEach(each -> each.onAllCores().add(1_000, half));

    assertThat(arm.hasEnoughRequests(List.of(arm, plain))).isFalse();
    assertThat(arm.hasEnoughRequests(List.of(arm, plain, secure))).isTrue();
  }

  private static WarmUpArm flat(Subject subject) {
    final WarmUpArm arm = new WarmUpArm(subject);
    for (int window = 0; window < Settling.windows(1); window++) {
      arm.inPlace().add(1_000, 1);
    }
    return arm;
  }

  @Test
  void requestThatFailsEndsItLongBeforeTheBound() throws IOException {
    final WarmUp warmUp = warmUp(Duration.ofHours(1), List.of(failing(POOLED)));

    assertThat(warmUp.broken())
        .containsExactly(
            Map.entry(
                WarmUpArm.kind(POOLED),
                POOLED.cell()
                    + ": after 0 good requests, expected a response, found java.io.IOException: refused"));
    assertThat(curve(warmUp, POOLED).settled()).isFalse();
  }

  @Test
  void armWhoseRequestFailsIsLeftOutAndTheOthersWarmUp() throws IOException {
    final WarmUp warmUp = warmUp(Duration.ofMillis(500), List.of(failing(FULL), POOLED));

    assertThat(warmUp.broken()).containsOnlyKeys(WarmUpArm.kind(FULL));
    assertThat(curve(warmUp, POOLED).allCores()).isNotEmpty();
    assertThat(curve(warmUp, POOLED).inPlace()).isNotEmpty();
    assertThat(curve(warmUp, FULL).inPlace()).isEmpty();
  }

  /** The crew was dismissed without a fault. */
  @Test
  void armWhoseRequestFailsInItsPlaceIsLeftOutToo() throws IOException {
    final long crew = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    final AtomicInteger users = new AtomicInteger();
    final Subject failing =
        Trials.with(
            FULL,
            wiring ->
                users.incrementAndGet() <= crew
                    ? FULL.requesters().apply(wiring)
                    : new Closing(WarmUpTest::refuse, () -> {}));

    final WarmUp warmUp = warmUp(Duration.ofMillis(500), List.of(failing, POOLED));

    assertThat(warmUp.broken()).containsOnlyKeys(WarmUpArm.kind(FULL));
    assertThat(curve(warmUp, FULL).allCores()).isNotEmpty();
    assertThat(curve(warmUp, FULL).inPlace()).isEmpty();
    assertThat(curve(warmUp, POOLED).inPlace()).isNotEmpty();
  }

  private static Subject failing(Subject subject) {
    return Trials.with(subject, wiring -> new Closing(WarmUpTest::refuse, () -> {}));
  }

  private static byte[] refuse(String path) throws IOException {
    throw new IOException("refused");
  }

  private static WarmUpCurve curve(WarmUp warmUp, Subject subject) {
    return Objects.requireNonNull(warmUp.curves().get(WarmUpArm.kind(subject)));
  }

  private static WarmUp warmUp(Duration most, List<Subject> subjects) throws IOException {
    try (HttpsFixture fixture = HttpsFixture.start(FixtureConfig.defaults())) {
      final WarmUp warmUp =
          new WarmUp(
              subjects,
              subject -> Trials.user(subject, fixture),
              most,
              () -> fixture.ledger().cpuNanos());
      warmUp.onAllCores();
      warmUp.inPlace();
      return warmUp;
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
