package io.github.handshakecost.axis;

import io.github.handshakecost.fixture.TlsProvider;

/** Who does the server's side of TLS. */
public enum ServerTls implements AxisValue {
  /** BoringSSL where the platform has it, the JDK elsewhere; the environment record says which. */
  AUTO("auto", TlsProvider.AUTO),
  JDK("jdk", TlsProvider.JDK),
  BORINGSSL("boringssl", TlsProvider.BORINGSSL);

  private final String label;
  private final TlsProvider provider;

  ServerTls(String label, TlsProvider provider) {
    this.label = label;
    this.provider = provider;
  }

  @Override
  public String label() {
    return label;
  }

  public TlsProvider provider() {
    return provider;
  }
}
