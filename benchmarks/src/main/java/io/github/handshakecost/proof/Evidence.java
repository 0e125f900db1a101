package io.github.handshakecost.proof;

import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.result.Counts;
import org.jspecify.annotations.Nullable;

/**
 * What both sides saw of one iteration.
 *
 * @param ledger the server's account of the iteration
 * @param requests that the client saw answered and found right
 * @param connects that the client made
 * @param handshakes that the client finished
 * @param validations of chains by the client's trust managers
 * @param kernel what the kernel counted; null where it counts others too
 */
public record Evidence(
    Ledger ledger,
    long requests,
    long connects,
    long handshakes,
    long validations,
    @Nullable KernelCounters kernel) {

  /** The figures that go into the results. */
  public Counts counts() {
    return new Counts(
        requests,
        ledger.connectionsAccepted(),
        ledger.handshakesFull(),
        ledger.handshakesResumed(),
        validations,
        ledger.resets(),
        ledger.bytesIn(),
        ledger.bytesOut());
  }
}
