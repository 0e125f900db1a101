package io.github.handshakecost.axis;

import io.github.handshakecost.client.AddressRing;
import io.github.handshakecost.client.Target;
import io.github.handshakecost.fixture.HttpsFixture;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** What HTTP/1.1 is spoken over. */
public enum Protocol implements AxisValue {
  HTTP("http", "TLS", HttpsFixture::http),
  TLS_1_2("tls1.2", "TLSv1.2", HttpsFixture::https),
  TLS_1_3("tls1.3", "TLSv1.3", HttpsFixture::https);

  private final String label;
  private final String contextProtocol;
  private final Function<HttpsFixture, URI> base;

  Protocol(String label, String contextProtocol, Function<HttpsFixture, URI> base) {
    this.label = label;
    this.contextProtocol = contextProtocol;
    this.base = base;
  }

  @Override
  public String label() {
    return label;
  }

  public boolean secure() {
    return this != HTTP;
  }

  /**
   * The fixture as clients see it over this protocol.
   *
   * @param addresses by which they reach it
   */
  public Target target(HttpsFixture fixture, List<InetAddress> addresses) {
    return new Target(
        base.apply(fixture),
        new AddressRing(addresses),
        contextProtocol,
        fixture.caPem(),
        fixture.bearerToken());
  }
}
