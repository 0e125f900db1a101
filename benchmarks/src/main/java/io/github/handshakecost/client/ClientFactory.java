package io.github.handshakecost.client;

/** Makes clients of one kind. */
@FunctionalInterface
public interface ClientFactory {

  /**
   * Makes a client; it opens no connection yet.
   *
   * @param tls what the client's handshakes use; for an http target never asked
   * @param headers where the client's headers are set
   * @param clock to which connects and handshakes are given
   */
  Client open(Target target, ClientTls tls, HeaderPlace headers, PhaseClock clock);
}
