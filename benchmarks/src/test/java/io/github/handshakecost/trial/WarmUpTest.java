package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.Requester;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private static final CellPlan POOLED = Trials.plan("pooled", "http");
  private static final CellPlan FULL = Trials.plan("new-connection-full", "http");

  @Test
  void boundEndsAWarmUpThatIsNotSteady() throws IOException {
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
  void everyUserOfTheCrewAndOfTheMeasuredThreadIsClosed() throws IOException {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final CellPlan counted =
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
  void armWithFewRequestsIsNotSteadyEvenIfItsCurveIsFlat() {
    final WarmUpArm arm = flat(POOLED);
    final List<Double> means = arm.inPlace().micros();

    arm.onAllCores().add(1_000, SteadyStateDetector.LEAST_REQUESTS - arm.requests() - 1);
    assertThat(arm.becomesSteady(List.of(arm), means)).isFalse();

    arm.onAllCores().add(1_000, 1);
    assertThat(arm.becomesSteady(List.of(arm), means)).isTrue();
  }

  @Test
  void handshakesOfAllPoliciesCountTogether() {
    final WarmUpArm arm = flat(Trials.plan("new-client", "tls1.3"));
    final WarmUpArm plain = flat(FULL);
    final WarmUpArm secure = flat(Trials.plan("new-connection-full", "tls1.3"));
    final long half = SteadyStateDetector.LEAST_REQUESTS / 2;
    List.of(arm, plain, secure).forEach(each -> each.onAllCores().add(1_000, half));

    assertThat(arm.hasEnoughRequests(List.of(arm, plain))).isFalse();
    assertThat(arm.hasEnoughRequests(List.of(arm, plain, secure))).isTrue();
  }

  private static WarmUpArm flat(CellPlan plan) {
    final WarmUpArm arm = new WarmUpArm(plan);
    for (int window = 0; window < SteadyStateDetector.windows(1); window++) {
      arm.inPlace().add(1_000, 1);
    }
    return arm;
  }

  @Test
  void requestThatFailsEndsItLongBeforeTheBound() throws IOException {
    final WarmUp warmUp = warmUp(Duration.ofHours(1), List.of(failing(POOLED)));

    assertThat(warmUp.arm(POOLED).broken())
        .isEqualTo(
            POOLED.label()
                + ": after 0 good requests, expected a response, found java.io.IOException: refused");
    assertThat(curve(warmUp, POOLED).settled()).isFalse();
  }

  @Test
  void armWhoseRequestFailsIsLeftOutAndTheOtherArmsWarmUp() throws IOException {
    final WarmUp warmUp = warmUp(Duration.ofMillis(500), List.of(failing(FULL), POOLED));

    assertThat(warmUp.arm(FULL).broken()).isNotNull();
    assertThat(warmUp.arm(POOLED).broken()).isNull();
    assertThat(curve(warmUp, POOLED).allCores()).isNotEmpty();
    assertThat(curve(warmUp, POOLED).inPlace()).isNotEmpty();
    assertThat(curve(warmUp, FULL).inPlace()).isEmpty();
  }

  /** The crew was dismissed without a fault. */
  @Test
  void armWhoseRequestFailsInItsPlaceIsLeftOutToo() throws IOException {
    final long crew = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    final AtomicInteger users = new AtomicInteger();
    final CellPlan failing =
        Trials.with(
            FULL,
            wiring ->
                users.incrementAndGet() <= crew
                    ? FULL.requesters().apply(wiring)
                    : new Closing(WarmUpTest::refuse, () -> {}));

    final WarmUp warmUp = warmUp(Duration.ofMillis(500), List.of(failing, POOLED));

    assertThat(warmUp.arm(FULL).broken()).isNotNull();
    assertThat(warmUp.arm(POOLED).broken()).isNull();
    assertThat(curve(warmUp, FULL).allCores()).isNotEmpty();
    assertThat(curve(warmUp, FULL).inPlace()).isEmpty();
    assertThat(curve(warmUp, POOLED).inPlace()).isNotEmpty();
  }

  private static CellPlan failing(CellPlan plan) {
    return Trials.with(plan, wiring -> new Closing(WarmUpTest::refuse, () -> {}));
  }

  private static byte[] refuse(String path) throws IOException {
    throw new IOException("refused");
  }

  private static WarmUpCurve curve(WarmUp warmUp, CellPlan plan) {
    return warmUp.arm(plan).curve();
  }

  private static WarmUp warmUp(Duration most, List<CellPlan> plans) throws IOException {
    try (HttpsFixture fixture = HttpsFixture.start(FixtureConfig.defaults())) {
      final WarmUp warmUp =
          new WarmUp(
              plans, plan -> Trials.user(plan, fixture), most, () -> fixture.ledger().cpuNanos());
      warmUp.onAllCores();
      warmUp.inPlace();
      return warmUp;
    }
  }

  private interface Getting {
    byte[] get(String path) throws IOException;
  }

  /** Reports when it is closed. */
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
