package io.github.handshakecost.client;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The addresses of a server, in turn. Connections to one address use its ports up: those of closed
 * connections stay in TIME_WAIT for a minute, and the kernel's search for a free one would be
 * measured.
 */
public final class AddressRing {
  private final List<InetAddress> addresses;
  private final AtomicInteger taken = new AtomicInteger();

  /** At least one address. */
  public AddressRing(List<InetAddress> addresses) {
    this.addresses = List.copyOf(addresses);
  }

  /** Where the next connection goes. */
  public InetAddress next() {
    return addresses.get(Math.floorMod(taken.getAndIncrement(), addresses.size()));
  }
}
