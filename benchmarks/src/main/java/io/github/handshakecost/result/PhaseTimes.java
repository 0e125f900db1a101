package io.github.handshakecost.result;

import java.util.function.ToDoubleFunction;

/**
 * The time budget of one operation, in microseconds. The phases and the residual sum to the total.
 *
 * @param setup {@link Phase#SETUP}
 * @param tcp {@link Phase#TCP}
 * @param tls {@link Phase#TLS}
 * @param exchange {@link Phase#EXCHANGE}; with the decoding, where the benchmark decodes
 * @param close {@link Phase#CLOSE}
 * @param residual {@link Phase#RESIDUAL}: JMH's time less all of the above
 */
public record PhaseTimes(
    double setup, double tcp, double tls, double exchange, double close, double residual) {

  /**
   * The budget of a known total: its residual is what the phases leave.
   *
   * @param clocked the time of each phase but the residual
   */
  public static PhaseTimes closing(double total, ToDoubleFunction<Phase> clocked) {
    final PhaseTimes open =
        new PhaseTimes(
            clocked.applyAsDouble(Phase.SETUP),
            clocked.applyAsDouble(Phase.TCP),
            clocked.applyAsDouble(Phase.TLS),
            clocked.applyAsDouble(Phase.EXCHANGE),
            clocked.applyAsDouble(Phase.CLOSE),
            0);
    return new PhaseTimes(
        open.setup, open.tcp, open.tls, open.exchange, open.close, total - open.total());
  }

  /** All phases together, residual included. */
  public double total() {
    return setup + tcp + tls + exchange + close + residual;
  }
}
