package io.github.handshakecost.axis;

import io.github.handshakecost.client.ApacheClient;
import io.github.handshakecost.client.ClientFactory;
import io.github.handshakecost.client.RawSocketClient;

/** Which HTTP client sends the requests. */
public enum ClientKind implements AxisValue {
  /** Apache HttpClient 5, classic. */
  HTTPCLIENT5("httpclient5", ApacheClient::new),
  /** HTTP/1.1 by hand on the JDK's sockets: the floor, and the yardstick for what a client adds. */
  RAW_SOCKET("raw-socket", RawSocketClient::new);

  private final String label;
  private final ClientFactory factory;

  ClientKind(String label, ClientFactory factory) {
    this.label = label;
    this.factory = factory;
  }

  @Override
  public String label() {
    return label;
  }

  public ClientFactory factory() {
    return factory;
  }
}
