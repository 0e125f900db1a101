package io.github.handshakecost.run;

/** A fork gave no result that may be published; the message is one sentence that says why. */
public final class ForkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it failed. */
  public ForkFailedException(String sentence) {
    super(sentence);
  }
}
