package io.github.handshakecost.run;

/**
 * A link was off its bounds in fork after fork: the machine is too busy to go on. No premise broke,
 * so what was measured before stands. The message is one sentence that names the value, the bound
 * and the remedy.
 */
public final class LinkNotSteadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LinkNotSteadyException(String sentence) {
    super(sentence);
  }
}
