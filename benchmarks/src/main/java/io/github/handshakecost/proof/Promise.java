package io.github.handshakecost.proof;

import io.github.handshakecost.fixture.Ledger;

/**
 * What a policy promises of every request.
 *
 * @param newConnection whether each request has a connection of its own
 * @param handshakes what each new connection does
 */
public record Promise(boolean newConnection, Handshakes handshakes) {

  /** The same over plain HTTP. */
  public Promise withoutTls() {
    return new Promise(newConnection, Handshakes.NONE);
  }

  /** How many connections stay open between requests. */
  public int keptConnections() {
    return newConnection ? 0 : 1;
  }

  /**
   * Holds the evidence of an iteration against this promise, and the client's account against the
   * server's.
   *
   * @param cell named in the message
   * @throws BrokenPremiseException naming cell, expected and found, if a count differs
   */
  public void check(String cell, Evidence evidence) {
    final Ledger ledger = evidence.ledger();
    final long requests = evidence.requests();
    final long connections = newConnection ? requests : 0;
    final Claims claims = new Claims(cell, requests);
    claims.equal("requests in the server's ledger", requests, ledger.requests());
    claims.equal("responses of class 2xx", requests, ledger.responses2xx());
    claims.equal("connections accepted", connections, ledger.connectionsAccepted());
    claims.equal("connections made by the client", connections, evidence.connects());
    claims.equal("connections closed", connections, ledger.connectionsClosed());
    claims.equal("connections reset", 0, ledger.resets());
    claims.equal("failed handshakes", 0, ledger.handshakesFailed());
    final long all = handshakes == Handshakes.NONE ? 0 : connections;
    claims.equal(
        "handshakes, full and resumed", all, ledger.handshakesFull() + ledger.handshakesResumed());
    if (handshakes != Handshakes.EITHER) {
      claims.equal(
          "full handshakes", handshakes == Handshakes.FULL ? all : 0, ledger.handshakesFull());
    }
    claims.equal("handshakes finished by the client", all, evidence.handshakes());
    claims.equal(
        "chains validated by the client (one for each full handshake)",
        ledger.handshakesFull(),
        evidence.validations());
    claims.equal("connections closed by close_notify", all, ledger.closeNotifies());
    if (evidence.kernel() != null) {
      claims.equal(
          "connections opened in the kernel", connections, evidence.kernel().activeOpens());
    }
  }
}
