package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads the ledger when no request is under way: the server finishes with a connection a little
 * later than the client.
 *
 * @param within how long the server may take
 */
record QuiescentLedger(HttpsFixture fixture, Duration within) {
  private static final long PAUSE_NANOS = 200_000;

  QuiescentLedger(HttpsFixture fixture) {
    this(fixture, Duration.ofSeconds(5));
  }

  /**
   * The ledger, as soon as exactly this number of connections is open. It waits while more are
   * open, because they may yet be closed, and not if fewer are: nobody opens one now.
   *
   * @param cell for the message
   * @throws BrokenPremiseException if fewer are open, or still more after that time
   */
  Ledger withOpen(String cell, long connections) {
    final long deadline = System.nanoTime() + within.toNanos();
    Ledger ledger = fixture.ledger();
    while (ledger.open() > connections && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS);
      ledger = fixture.ledger();
    }
    if (ledger.open() != connections) {
      throw new BrokenPremiseException(
          "%s: expected %d open connections between iterations, found %d"
              .formatted(cell, connections, ledger.open()));
    }
    return ledger;
  }
}
