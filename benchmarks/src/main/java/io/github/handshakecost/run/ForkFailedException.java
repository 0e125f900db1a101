package io.github.handshakecost.run;

/** A fork gave no result that may be published; the message is one sentence with the reason. */
public final class ForkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ForkFailedException(String sentence) {
    super(sentence);
  }
}
