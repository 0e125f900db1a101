package io.github.handshakecost.client;

import io.github.handshakecost.client.Target.AddressRing;
import io.github.handshakecost.client.TlsConfig.Trust;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Servers for tests of clients. */
final class Servers {
  /** 127.0.0.1 alone. */
  static final AddressRing LOOPBACK = new AddressRing(List.of(InetAddress.getLoopbackAddress()));

  private Servers() {}

  /** The server over HTTPS; a protocol version as the JDK names it. */
  static Target https(HttpsFixture server, String tls) {
    return https(server, tls, TlsLibrary.JDK);
  }

  static Target https(HttpsFixture server, String tls, TlsLibrary library) {
    return new Target(
        server.https(),
        new AddressRing(server.addresses()),
        new TlsConfig(library, tls, server.caPem(), Trust.ONE, List.of(), false),
        server.bearerToken(),
        1);
  }

  static Target http(HttpsFixture server) {
    return new Target(
        server.http(),
        new AddressRing(server.addresses()),
        TlsConfig.of("TLS", server.caPem()),
        server.bearerToken(),
        1);
  }

  /** The ledger as soon as every connection accepted so far is closed. */
  static Ledger allClosed(HttpsFixture server) {
    final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (server.ledger().open() != 0) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("connections still open after 10 s: " + server.ledger());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    return server.ledger();
  }
}
