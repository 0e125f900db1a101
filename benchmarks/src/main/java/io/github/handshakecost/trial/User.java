package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Requester.ResponseCheck;
import io.github.handshakecost.client.Requester.Wiring;
import io.github.handshakecost.client.Target;
import io.github.handshakecost.client.Target.AddressRing;
import io.github.handshakecost.client.TlsConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.trial.Workload.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program that sends requests one after another under one policy, checks each response, and
 * counts for itself. One thread has one user.
 */
final class User implements AutoCloseable {
  private final String cell;
  private final Operation operation;
  private final PhaseClock clock = new PhaseClock();
  private final LongAdder validations = new LongAdder();
  private final Requester requester;
  private final long pauseNanos;
  private long pausedNanos;
  private long requests;

  /**
   * @param addresses by which the user reaches the fixture
   */
  User(CellPlan plan, HttpsFixture fixture, List<InetAddress> addresses) {
    cell = plan.label();
    operation = plan.operation();
    final Settings settings = plan.settings();
    pauseNanos = settings.get(Axes.IDLE).toNanos();
    final Target target =
        new Target(
            settings.secure() ? fixture.https() : fixture.http(),
            new AddressRing(addresses),
            new TlsConfig(
                settings.get(Axes.PROTOCOL).jdkName(),
                fixture.caPem(),
                settings.get(Axes.TRUST),
                List.of(fixture.clientKeyManagers())),
            fixture.bearerToken());
    requester =
        plan.requesters()
            .apply(
                new Wiring(
                    settings.get(Axes.CLIENT).factory(),
                    target,
                    settings.get(Axes.RECOVERY),
                    validations,
                    clock,
                    checks(fixture, operation)));
  }

  private static ResponseCheck checks(HttpsFixture fixture, Operation operation) {
    final Map<String, ExpectedResponse> expected = new HashMap<>();
    for (final String path : operation.paths()) {
      expected.put(path, ExpectedResponse.of(path, fixture.body(path)));
    }
    return (path, response) -> Objects.requireNonNull(expected.get(path), path).check(response);
  }

  /** Performs the operation once, on the clock; {@link BrokenPremiseException} if it fails. */
  Object perform() {
    pause();
    clock.start();
    final Object result;
    try {
      result = operation.perform(this);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
    clock.stop();
    return result;
  }

  private void pause() {
    if (pauseNanos > 0) {
      final long begin = System.nanoTime();
      long left = pauseNanos;
      while (left > 0) {
        LockSupport.parkNanos(left);
        left = begin + pauseNanos - System.nanoTime();
      }
      pausedNanos += pauseNanos - left;
    }
  }

  /** The time of all pauses since the last {@link #reset}. */
  long pausedNanos() {
    return pausedNanos;
  }

  private BrokenPremiseException broken(Exception e) {
    return new BrokenPremiseException(
        "%s: after %d good requests, expected a response, found %s"
            .formatted(cell, requests, e instanceof BrokenPremiseException ? e.getMessage() : e));
  }

  /**
   * Sends single requests for some time, at least one, so that caches and connection are as they
   * are in the middle of an iteration.
   */
  void leadIn(Duration time) {
    final long end = System.nanoTime() + time.toNanos();
    try {
      do {
        get(operation.paths().get(0));
      } while (System.nanoTime() < end);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** Closes the connection, unless the policy keeps it between iterations. */
  void endConnection() {
    try {
      requester.endConnection();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  byte[] get(String path) throws IOException {
    final byte[] body = requester.get(path);
    requests++;
    return body;
  }

  PhaseClock clock() {
    return clock;
  }

  /** Sets all counts and times to 0. */
  void reset() {
    clock.reset();
    validations.reset();
    requests = 0;
    pausedNanos = 0;
  }

  /** This user's counts beside the server's and the kernel's. */
  Evidence evidence(Ledger ledger, @Nullable KernelCounters kernel) {
    return new Evidence(
        ledger, requests, clock.laps(Phase.TCP), clock.laps(Phase.TLS), validations.sum(), kernel);
  }

  @Override
  public void close() throws IOException {
    requester.close();
  }
}
