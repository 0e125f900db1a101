package io.github.handshakecost.client;

import java.net.InetAddress;
import org.apache.hc.client5.http.DnsResolver;

/** Resolves every name to the server's addresses in turn. */
record RingResolver(Target.AddressRing addresses) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) {
    return new InetAddress[] {addresses.next()};
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
