package io.github.handshakecost.model;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A part of the time of an operation, in the order in which it is spent. */
public enum Phase {
  /** Building the client, its TLS context and its trust anchors; forgetting sessions. */
  SETUP("set-up"),
  /** From the new socket to the end of {@code connect}: one round trip (RFC 9293 section 3.5). */
  TCP("TCP connect"),
  /** From the first byte of ClientHello to the end of the handshake (RFC 8446, RFC 5246). */
  TLS("TLS handshake"),
  /** Request out, response in, checked, and all that the client does around it. */
  EXCHANGE("exchange"),
  /** Closing the connection, and the client if it is not kept. */
  CLOSE("close"),
  /** The rest of the time that JMH measured; no clock runs in it. */
  RESIDUAL("residual");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** The time of this phase, in microseconds; 0 where no clock ran around it. */
  public double of(PhaseTimes times) {
    return switch (this) {
      case SETUP -> times.setup();
      case TCP -> orNothing(times.tcp());
      case TLS -> orNothing(times.tls());
      case EXCHANGE -> times.exchange();
      case CLOSE -> times.close();
      case RESIDUAL -> times.residual();
    };
  }

  /** Whether a clock ran around this phase. */
  public boolean isIn(PhaseTimes times) {
    return times.timed() || (this != TCP && this != TLS);
  }

  private static double orNothing(@Nullable Double time) {
    return time == null ? 0 : time;
  }

  /**
   * The time of one operation by {@link Phase}, in microseconds.
   *
   * @param tcp absent, like {@code tls}, if the client has no hooks around connect and handshake:
   *     then both are in the exchange
   */
  public record PhaseTimes(
      double setup,
      @Nullable Double tcp,
      @Nullable Double tls,
      double exchange,
      double close,
      double residual) {

    /**
     * Phases that sum to a known total: the residual is the rest.
     *
     * @param timed whether the client has hooks around connect and handshake
     * @param clocked the time of each phase but the residual
     */
    public static PhaseTimes closing(double total, boolean timed, ToDoubleFunction<Phase> clocked) {
      final PhaseTimes open =
          new PhaseTimes(
              clocked.applyAsDouble(Phase.SETUP),
              timed ? clocked.applyAsDouble(Phase.TCP) : null,
              timed ? clocked.applyAsDouble(Phase.TLS) : null,
              clocked.applyAsDouble(Phase.EXCHANGE),
              clocked.applyAsDouble(Phase.CLOSE),
              0);
      return new PhaseTimes(
          open.setup, open.tcp, open.tls, open.exchange, open.close, total - open.total());
    }

    /** Whether connect and handshake were timed. */
    public boolean timed() {
      return tcp != null && tls != null;
    }

    /** All phases together, residual included. */
    public double total() {
      return setup + orNothing(tcp) + orNothing(tls) + exchange + close + residual;
    }
  }
}
