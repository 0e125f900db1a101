package io.github.handshakecost.client;

/** Where the headers that every request carries are set. */
public enum HeaderPlace {
  /** Once, on the client: what a kept client is for. */
  ON_CLIENT,
  /** On each request: what a script without a session does. */
  ON_REQUEST
}
