package io.github.handshakecost.axis;

import io.github.handshakecost.fixture.Transport;

/** How the server waits for its sockets. */
public enum ServerTransport implements AxisValue {
  /** Epoll where the platform has it, NIO elsewhere; the environment record says which. */
  AUTO("auto", Transport.AUTO),
  NIO("nio", Transport.NIO),
  EPOLL("epoll", Transport.EPOLL);

  private final String label;
  private final Transport transport;

  ServerTransport(String label, Transport transport) {
    this.label = label;
    this.transport = transport;
  }

  @Override
  public String label() {
    return label;
  }

  public Transport transport() {
    return transport;
  }
}
