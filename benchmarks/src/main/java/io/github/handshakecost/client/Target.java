package io.github.handshakecost.client;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server that requests go to.
 *
 * @param base scheme, host and port
 * @param addresses of the host
 * @param tls not used if the scheme is http
 * @param bearerToken for the {@code Authorization} header (RFC 6750 section 2.1)
 * @param connections the most that a client may have open at a time
 */
public record Target(
    URI base, AddressRing addresses, TlsConfig tls, String bearerToken, int connections) {

  public static final String USER_AGENT = "handshake-cost";

  public boolean secure() {
    return base.getScheme().equals("https");
  }

  /** The value of the {@code Authorization} header. */
  public String authorization() {
    return "Bearer " + bearerToken;
  }

  /** Keeps the token out of messages and logs. */
  @Override
  public String toString() {
    return base + " " + tls.protocol();
  }

  /**
   * The addresses of a server, in turn. With one address, a client would run out of ports: the
   * ports of closed connections stay in TIME_WAIT for a minute, and the kernel's search for a free
   * one would be measured.
   */
  public static final class AddressRing {
    private final List<InetAddress> addresses;
    private final AtomicInteger taken = new AtomicInteger();

    public AddressRing(List<InetAddress> addresses) {
      this.addresses = List.copyOf(addresses);
    }

    /** The address of the next connection. */
    public InetAddress next() {
      return addresses.get(Math.floorMod(taken.getAndIncrement(), addresses.size()));
    }
  }
}
