package io.github.handshakecost.run;

/**
 * The environment cannot do what was asked. The message is one sentence that names the value, the
 * bound and the remedy; the command line shows it and exits with 3.
 */
public final class CannotRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotRunException(String sentence) {
    super(sentence);
  }
}
