package io.github.handshakecost.model;

import java.util.Arrays;
import java.util.Optional;

/** HTTP/1.1 and the protocol below it, or HTTP/2. */
public enum Protocol {
  HTTP(AxisNames.HTTP, "TLS"),
  TLS_1_2(AxisNames.TLS_1_2, "TLSv1.2"),
  TLS_1_3("tls1.3", "TLSv1.3"),
  /** HTTP/2 over TLS 1.3, by ALPN (RFC 9113, RFC 7301). */
  HTTP_2(AxisNames.HTTP_2, "TLSv1.3");

  private final String label;
  private final String jdkName;

  Protocol(String label, String jdkName) {
    this.label = label;
    this.jdkName = jdkName;
  }

  /** By its label; empty if it is of a later version. */
  public static Optional<Protocol> of(String label) {
    return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
  }

  public String label() {
    return label;
  }

  /** The name of its {@code SSLContext}. */
  public String jdkName() {
    return jdkName;
  }

  public boolean secure() {
    return this != HTTP;
  }
}
