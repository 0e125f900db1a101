package io.github.handshakecost.client;

/** The HTTP client that sends the requests. */
public enum ClientKind {
  /** Apache HttpClient 5, classic. */
  HTTPCLIENT5("httpclient5", ApacheClient::new),
  /** HTTP/1.1 by hand on the JDK's sockets, to show what a client adds. */
  RAW_SOCKET("raw-socket", RawSocketClient::new);

  private final String label;
  private final Client.Factory factory;

  ClientKind(String label, Client.Factory factory) {
    this.label = label;
    this.factory = factory;
  }

  public String label() {
    return label;
  }

  public Client.Factory factory() {
    return factory;
  }
}
