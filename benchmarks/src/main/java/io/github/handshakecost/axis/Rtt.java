package io.github.handshakecost.axis;

/** The round-trip time between client and server. */
public enum Rtt implements AxisValue {
  /** No distance: what is left is the work of both sides. */
  LOOPBACK("0ms");

  private final String label;

  Rtt(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
