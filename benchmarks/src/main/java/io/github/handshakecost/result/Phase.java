package io.github.handshakecost.result;

/** A part of the time budget of {@link PhaseTimes}, in the order in which it is spent. */
public enum Phase {
  /** Building the client, its TLS context and its trust anchors; forgetting sessions. */
  SETUP("set-up"),
  /** From the new socket to the end of {@code connect}: one round trip (RFC 9293 section 3.5). */
  TCP("TCP connect"),
  /** From the first byte of ClientHello to the end of the handshake (RFC 8446, RFC 5246). */
  TLS("TLS handshake"),
  /** Request out, response in, checked, and all that the client does around it. */
  EXCHANGE("exchange"),
  /** Closing the connection, and the client where it is not kept. */
  CLOSE("close"),
  /** What was timed as a whole and no clock saw; never given to a clock. */
  RESIDUAL("residual");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The time of this phase, in microseconds. */
  public double of(PhaseTimes times) {
    return switch (this) {
      case SETUP -> times.setup();
      case TCP -> times.tcp();
      case TLS -> times.tls();
      case EXCHANGE -> times.exchange();
      case CLOSE -> times.close();
      case RESIDUAL -> times.residual();
    };
  }
}
