package io.github.handshakecost.proof;

/** A number was about to be taken from something that is not what it claims to be. */
public final class BrokenPremiseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenPremiseException(String sentence) {
    super(sentence);
  }
}
