package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.proof.BrokenPremiseException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads the ledger when nothing is under way: a client is done as soon as it has closed its end,
 * the server a little later.
 *
 * @param within how long the server may take
 */
record QuietServer(HttpsFixture fixture, Duration within) {
  static final Duration WITHIN = Duration.ofSeconds(5);
  private static final long PAUSE_NANOS = 200_000;

  /**
   * The ledger, as soon as exactly this number of connections is open. It waits while there are
   * more, since they may yet be closed; fewer stay fewer, since nobody opens one now.
   *
   * @param cell named in the message
   * @throws BrokenPremiseException if there are fewer, or still more after that time
   */
  Ledger ledgerWithOpen(String cell, long connections) {
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
