package io.github.handshakecost.client;

/** The HTTP client that sends the requests. */
public enum ClientKind {
  /** Apache HttpClient 5, classic. */
  HTTPCLIENT5("httpclient5", ApacheClient::new, true),
  /** HTTP/1.1 by hand on the JDK's sockets, to show what a client adds. */
  RAW_SOCKET("raw-socket", RawSocketClient::new, false);

  private final String label;
  private final Client.Factory factory;
  private final boolean sharesJvm;

  ClientKind(String label, Client.Factory factory, boolean sharesJvm) {
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

  /** Whether several threads can share one client, and its pool can be limited. */
  public boolean servesManyUsers() {
    return this == HTTPCLIENT5;
  }

  public String label() {
    return label;
  }

  public Client.Factory factory() {
    return factory;
  }
}
