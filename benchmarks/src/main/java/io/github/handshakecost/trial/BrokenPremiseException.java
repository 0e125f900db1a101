package io.github.handshakecost.trial;

/** The program did not do what its policy says, so its times must not be published. */
public final class BrokenPremiseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenPremiseException(String sentence) {
    super(sentence);
  }
}
