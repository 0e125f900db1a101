package io.github.handshakecost.axis;

import io.github.handshakecost.client.ApacheClient;
import io.github.handshakecost.client.ClientFactory;
import io.github.handshakecost.client.RawSocketClient;

/** Which HTTP client sends the requests. */
public enum ClientKind implements AxisValue {
  /** Apache HttpClient 5, classic. */
  HTTPCLIENT5("httpclient5", ApacheClient::new, true),
  /** HTTP/1.1 by hand on the JDK's sockets: the floor, and the yardstick for what a client adds. */
  RAW_SOCKET("raw-socket", RawSocketClient::new, false);

  private final String label;
  private final ClientFactory factory;
  private final boolean mixesHttpAndTls;

  ClientKind(String label, ClientFactory factory, boolean mixesHttpAndTls) {
    this.label = label;
    this.factory = factory;
    this.mixesHttpAndTls = mixesHttpAndTls;
  }

  /**
   * Whether HTTP and TLS may share a JVM. A thin client's code is compiled otherwise for two kinds
   * of sockets than for one, which is 2 % of a new connection over HTTP.
   */
  public boolean mixesHttpAndTls() {
    return mixesHttpAndTls;
  }

  @Override
  public String label() {
    return label;
  }

  public ClientFactory factory() {
    return factory;
  }
}
