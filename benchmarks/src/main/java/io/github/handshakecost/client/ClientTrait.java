package io.github.handshakecost.client;

/**
 * How a client differs from the rule: it works on the calling thread, gives connects and handshakes
 * to the clock, connects to the target's addresses in turn, and closes its connections by
 * close_notify. What a client does not except itself from, each block proves.
 */
public enum ClientTrait {
  /** Its compiled code depends on the other cells of a JVM, because there is so little of it. */
  THIN,
  /** Part of its work is on threads of its own. */
  OWN_THREADS,
  /** It has no hooks around connect and handshake: their time is in the exchange. */
  UNTIMED,
  /** It ends its side of a TLS connection by {@code shutdownOutput} before it closes the socket. */
  HALF_CLOSES,
  /** It ends TLS connections by FIN alone. */
  NO_CLOSE_NOTIFY,
  /** It connects to the address that the system has for the host's name. */
  ONE_ADDRESS,
  /** It has no call that closes a connection and keeps the client. */
  KEEPS_CONNECTIONS,
  /** Before JDK 21 it has no call that closes the client. */
  NEEDS_JDK_21,
  /** It speaks HTTP/2 too, and closes its connections without a reset. */
  HTTP_2,
  /** Over plain HTTP, all clients of a JVM share one pool. */
  SHARED_PLAIN_POOL
}
