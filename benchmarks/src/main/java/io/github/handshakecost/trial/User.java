package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.client.Client;
import io.github.handshakecost.client.ClientTrait;
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
import io.github.handshakecost.model.Protocol;
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
 * A program that sends requests under one policy, checks each response, and counts for itself. Each
 * thread that performs its operation is one of its users: all share client and counts.
 */
final class User implements AutoCloseable {
  private final String cell;
  private final Operation operation;
  private final PhaseClock clock = new PhaseClock();
  private final LongAdder validations = new LongAdder();
  private final Wiring wiring;
  private final Requester requester;
  private final long pauseNanos;
  private final LongAdder pausedNanos = new LongAdder();
  private final LongAdder requests = new LongAdder();
  private final ThreadUsages usages = new ThreadUsages();
  private final int threads;
  private final int mostConnections;
  private final boolean untimed;
  private long earlierConnects;

  /**
   * @param addresses by which the user reaches the fixture
   */
  User(CellPlan plan, HttpsFixture fixture, List<InetAddress> addresses) {
    cell = plan.label();
    threads = plan.cell().users();
    mostConnections = plan.expected().keptConnections();
    untimed = plan.traits().contains(ClientTrait.UNTIMED);
    operation = plan.operation();
    final Settings settings = plan.settings();
    pauseNanos = settings.get(Axes.IDLE).toNanos();
    final Target target =
        new Target(
            settings.secure() ? fixture.https() : fixture.http(),
            new AddressRing(addresses),
            new TlsConfig(
                settings.get(Axes.CLIENT_TLS),
                settings.get(Axes.PROTOCOL).jdkName(),
                fixture.caPem(),
                settings.get(Axes.TRUST),
                List.of(fixture.clientKeyManagers()),
                settings.get(Axes.PROTOCOL) == Protocol.HTTP_2),
            fixture.bearerToken(),
            plan.cell().connections());
    wiring =
        new Wiring(
            settings.get(Axes.CLIENT).factory(),
            target,
            settings.get(Axes.RECOVERY),
            validations,
            clock,
            checks(fixture, operation));
    requester = plan.requesters().apply(wiring);
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
    return perform(true);
  }

  /**
   * The same.
   *
   * @param timed whether its time counts; its requests do in any case
   */
  Object perform(boolean timed) {
    if (pauseNanos == 0) {
      usages.join();
      return operate(timed);
    }
    final long begin = System.nanoTime();
    pauseFrom(begin);
    usages.resume();
    final long start = System.nanoTime();
    final Object result = operate(timed);
    final long stop = System.nanoTime();
    usages.pause();
    if (timed) {
      pausedNanos.add(start - begin + System.nanoTime() - stop);
    }
    return result;
  }

  private Object operate(boolean timed) {
    clock.start(timed);
    final Object result;
    try {
      result = operation.perform(this);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
    clock.stop();
    return result;
  }

  private void pauseFrom(long begin) {
    long left = pauseNanos;
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = begin + pauseNanos - System.nanoTime();
    }
  }

  /** The time of all pauses, with the account of usage, since the last {@link #reset}. */
  long pausedNanos() {
    return pausedNanos.sum();
  }

  private BrokenPremiseException broken(Exception e) {
    return new BrokenPremiseException(
        "%s: after %d good requests, expected a response, found %s"
            .formatted(
                cell, requests.sum(), e instanceof BrokenPremiseException ? e.getMessage() : e));
  }

  /**
   * Sends single requests for some time, each user at least one, so that caches and connections are
   * as they are in the middle of an iteration.
   */
  void leadIn(Duration time) {
    final long end = System.nanoTime() + time.toNanos();
    if (threads == 1) {
      sendUntil(end);
    } else {
      Crowd.of(threads, () -> sendUntil(end));
    }
  }

  private void sendUntil(long end) {
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
    requests.increment();
    return body;
  }

  /** Another client, open after one request, which is not counted. */
  Client open() throws IOException {
    return wiring.openAfter(operation.paths().get(0));
  }

  PhaseClock clock() {
    return clock;
  }

  /** CPU time and allocation of all users since their first operation after {@link #reset}. */
  ThreadUsage usage() {
    return usages.total();
  }

  /**
   * Connections that the client has opened and not closed; its policy closes no kept one. One that
   * does not tell when it connects has one user, and so one connection.
   */
  int keptConnections() {
    return untimed
        ? mostConnections
        : (int) Math.min(mostConnections, earlierConnects + clock.laps(Phase.TCP));
  }

  /** Sets all counts and times to 0. */
  void reset() {
    earlierConnects += clock.laps(Phase.TCP);
    clock.reset();
    validations.reset();
    requests.reset();
    pausedNanos.reset();
    usages.reset();
  }

  /** This user's counts beside the server's and the kernel's. */
  Evidence evidence(Ledger ledger, @Nullable KernelCounters kernel) {
    return new Evidence(
        ledger,
        requests.sum(),
        clock.laps(Phase.TCP),
        clock.laps(Phase.TLS),
        validations.sum(),
        kernel);
  }

  @Override
  public void close() throws IOException {
    try {
      requester.close();
    } finally {
      clock.release();
    }
  }
}
