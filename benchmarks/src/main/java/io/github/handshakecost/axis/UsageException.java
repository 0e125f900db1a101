package io.github.handshakecost.axis;

/** The user asked for something impossible; the message also says what is possible. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String sentence) {
    super(sentence);
  }
}
