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
  private final boolean sharesJvm;

  ClientKind(String label, ClientFactory factory, boolean sharesJvm) {
    this.label = label;
    this.factory = factory;
    this.sharesJvm = sharesJvm;
  }

  /**
   * Whether cells may share a JVM. The compiled code of a thin client depends on the other cells:
   * shared, pooled requests of the raw socket took 3 % longer and new connections 2 % less or more.
   */
  public boolean sharesJvm() {
    return sharesJvm;
  }

  @Override
  public String label() {
    return label;
  }

  public ClientFactory factory() {
    return factory;
  }
}
