package io.github.handshakecost.model;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of the time of an operation, in the order in which it is spent. */
public enum Phase {
  /** Building the client, its TLS context and its trust anchors; forgetting sessions. */
  SETUP("set-up"),
  /** Taking a connection of the client's pool, which others may have; also its stale check. */
  LEASE("wait for a connection"),
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

  /** The time of this phase, in microseconds; 0 if no clock ran around it. */
  public double of(PhaseTimes times) {
    return switch (this) {
      case SETUP -> times.setup();
      case LEASE -> orNothing(times.lease());
      case TCP -> orNothing(times.tcp());
      case TLS -> orNothing(times.tls());
      case EXCHANGE -> times.exchange();
      case CLOSE -> times.close();
      case RESIDUAL -> times.residual();
    };
  }

  /** Whether a clock ran around this phase. */
  public boolean isIn(PhaseTimes times) {
    return switch (this) {
      case LEASE -> times.lease() != null;
      case TCP, TLS -> times.timed();
      default -> true;
    };
  }

  /** The phases that some times tell. */
  public static List<Phase> told(Collection<PhaseTimes> times) {
    return Stream.of(values()).filter(phase -> times.stream().anyMatch(phase::isIn)).toList();
  }

  private static double orNothing(@Nullable Double time) {
    return time == null ? 0 : time;
  }

  /**
   * The time of one operation by {@link Phase}, in microseconds.
   *
   * @param tcp absent, like {@code tls}, if the client has no hooks around connect and handshake:
   *     then both are in the exchange
   * @param lease absent if the client does not tell it; then it is part of the exchange
   */
  public record PhaseTimes(
      double setup,
      @Nullable Double tcp,
      @Nullable Double tls,
      double exchange,
      double close,
      double residual,
      @Nullable Double lease) {

    /** Times of a client that does not tell how long it waits for a connection. */
    public PhaseTimes(
        double setup,
        @Nullable Double tcp,
        @Nullable Double tls,
        double exchange,
        double close,
        double residual) {
      this(setup, tcp, tls, exchange, close, residual, null);
    }

    /**
     * Phases that sum to a known total: the residual is the rest.
     *
     * @param timed whether the client has hooks around connect and handshake
     * @param lease absent if it was not told
     * @param clocked the time of each other phase but the residual
     */
    public static PhaseTimes closing(
        double total, boolean timed, @Nullable Double lease, ToDoubleFunction<Phase> clocked) {
      final PhaseTimes open =
          new PhaseTimes(
              clocked.applyAsDouble(Phase.SETUP),
              timed ? clocked.applyAsDouble(Phase.TCP) : null,
              timed ? clocked.applyAsDouble(Phase.TLS) : null,
              clocked.applyAsDouble(Phase.EXCHANGE),
              clocked.applyAsDouble(Phase.CLOSE),
              0,
              lease);
      return new PhaseTimes(
          open.setup, open.tcp, open.tls, open.exchange, open.close, total - open.total(), lease);
    }

    /** Whether connect and handshake were timed. */
    public boolean timed() {
      return tcp != null && tls != null;
    }

    /** All phases together, residual included. */
    public double total() {
      return setup
          + orNothing(lease)
          + orNothing(tcp)
          + orNothing(tls)
          + exchange
          + close
          + residual;
    }
  }
}
