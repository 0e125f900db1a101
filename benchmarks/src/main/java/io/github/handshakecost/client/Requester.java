package io.github.handshakecost.client;

import java.io.IOException;

/** Issues requests one after another, under one policy of keeping clients and connections. */
public interface Requester extends AutoCloseable {

  /**
   * Sends a GET, reads and checks the response, and does with client and connection what the policy
   * says.
   *
   * @return the body
   * @throws IOException if no whole response came back
   */
  byte[] get(String path) throws IOException;

  @Override
  void close() throws IOException;
}
