package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.ResponseCheck;
import io.github.handshakecost.client.Wiring;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.proof.Evidence;
import io.github.handshakecost.proof.ExpectedResponse;
import io.github.handshakecost.proof.KernelCounters;
import io.github.handshakecost.result.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A program that sends requests one after another under one policy, checks each response, and keeps
 * its own account beside the server's. Not thread-safe: one thread, one user.
 */
final class User implements AutoCloseable {
  private final String cell;
  private final Operation operation;
  private final PhaseClock clock = new PhaseClock();
  private final LongAdder validations = new LongAdder();
  private final Requester requester;
  private long requests;

  /**
   * A user somewhere.
   *
   * @param addresses by which it reaches the fixture
   */
  User(Subject subject, HttpsFixture fixture, List<InetAddress> addresses) {
    cell = subject.cell();
    operation = subject.operation();
    final Settings settings = subject.settings();
    requester =
        subject
            .requesters()
            .apply(
                new Wiring(
                    settings.client().factory(),
                    settings.protocol().target(fixture, addresses),
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

  /**
   * Does the operation once, on the clock.
   *
   * @throws BrokenPremiseException naming the cell and what went wrong
   */
  Object perform() {
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

  private BrokenPremiseException broken(Exception e) {
    return new BrokenPremiseException(
        "%s: after %d good requests, expected a response, found %s"
            .formatted(cell, requests, e instanceof BrokenPremiseException ? e.getMessage() : e));
  }

  /**
   * Sends single requests for some time, one at least, so that caches and connection are as they
   * are in the midst of an iteration.
   *
   * @throws BrokenPremiseException naming the cell and what went wrong
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

  byte[] get(String path) throws IOException {
    final byte[] body = requester.get(path);
    requests++;
    return body;
  }

  /** Decoding is part of the exchange: what is paid for a usable response. */
  <T> T get(String path, BodyDecoder<T> decoder) throws IOException {
    final T value = decoder.decode(get(path));
    clock.lap(Phase.EXCHANGE);
    return value;
  }

  PhaseClock clock() {
    return clock;
  }

  /** Begins a new account. */
  void forget() {
    clock.reset();
    validations.reset();
    requests = 0;
  }

  /** This account beside the server's and the kernel's. */
  Evidence evidence(Ledger ledger, @Nullable KernelCounters kernel) {
    return new Evidence(
        ledger, requests, clock.laps(Phase.TCP), clock.laps(Phase.TLS), validations.sum(), kernel);
  }

  @Override
  public void close() throws IOException {
    requester.close();
  }
}
