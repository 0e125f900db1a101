package io.github.handshakecost.client;

import java.io.IOException;

/**
 * An HTTP client with its own pool, of one connection if one thread uses it. Redirects, cookies and
 * compression are off, and so are retries unless {@link ClientOptions} asks for them: one call is
 * one request on the wire. A {@link ClientTrait} is an exception from what the methods promise.
 */
public interface Client extends AutoCloseable {

  /**
   * Sends a GET and reads the whole response. If no connection is open, it opens one, and gives the
   * times of connect and handshake to the clock.
   *
   * @throws IOException if no whole response came back
   */
  Response get(String path) throws IOException;

  /**
   * Sends a GET on a connection that no other request uses, and closes it. Only a client that
   * serves several users needs it.
   */
  default Response getAndClose(String path) throws IOException {
    throw new UnsupportedOperationException(path);
  }

  /** Closes the kept connection as RFC 8446 section 6.1 asks: close_notify, then FIN. */
  void closeConnections() throws IOException;

  @Override
  void close() throws IOException;

  /** A whole response. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; copying would be measured
  record Response(int status, byte[] body) {}

  /** Makes clients of one kind. */
  @FunctionalInterface
  interface Factory {

    /**
     * Makes a client, which opens no connection yet.
     *
     * @param tls for the handshakes; not used for an http target
     */
    Client open(Target target, ClientTls tls, ClientOptions options, PhaseClock clock);
  }
}
