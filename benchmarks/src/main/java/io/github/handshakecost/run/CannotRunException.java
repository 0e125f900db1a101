package io.github.handshakecost.run;

/**
 * The environment cannot do what was asked (exit code 3). The message is one sentence with value,
 * bound and remedy.
 */
public final class CannotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotRunException(String sentence) {
    super(sentence);
  }
}
