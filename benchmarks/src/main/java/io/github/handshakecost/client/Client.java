package io.github.handshakecost.client;

import java.io.IOException;

/**
 * An HTTP client with a pool of its own, at most one connection deep. Not thread-safe. Retries,
 * redirects, cookies and compression are off: one call is one request on the wire.
 */
public interface Client extends AutoCloseable {

  /**
   * Sends a GET and reads the response to its end. Opens a connection if none is kept, and gives
   * the time of connecting and of the handshake to the clock.
   *
   * @throws IOException if no whole response came back
   */
  Response get(String path) throws IOException;

  /** Closes the kept connection as RFC 8446 section 6.1 asks: close_notify, then FIN. */
  void closeConnections() throws IOException;

  @Override
  void close() throws IOException;
}
