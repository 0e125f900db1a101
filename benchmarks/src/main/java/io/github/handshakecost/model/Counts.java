package io.github.handshakecost.model;

/**
 * Counts of the server's ledger, and of the client, over a number of requests.
 *
 * @param requests answered requests
 * @param connections accepted TCP connections
 * @param handshakesFull TLS handshakes with certificate and key exchange
 * @param handshakesResumed TLS handshakes that resume a session (RFC 8446 section 2.2, RFC 5246
 *     section 7.3)
 * @param validations certificate chains that the client's trust manager checked
 * @param resets connections that ended by RST before a close_notify
 * @param bytesIn bytes that the server read from its sockets, TLS included
 * @param bytesOut bytes that the server wrote to its sockets, TLS included
 */
public record Counts(
    long requests,
    long connections,
    long handshakesFull,
    long handshakesResumed,
    long validations,
    long resets,
    long bytesIn,
    long bytesOut) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        requests + other.requests,
        connections + other.connections,
        handshakesFull + other.handshakesFull,
        handshakesResumed + other.handshakesResumed,
        validations + other.validations,
        resets + other.resets,
        bytesIn + other.bytesIn,
        bytesOut + other.bytesOut);
  }
}
