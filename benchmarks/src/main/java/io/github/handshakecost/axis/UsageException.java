package io.github.handshakecost.axis;

/** What was asked for makes no sense; the message is one sentence that says what would. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String sentence) {
    super(sentence);
  }
}
