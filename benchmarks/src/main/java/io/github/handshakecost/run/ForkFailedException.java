package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;

/** A fork gave no result that may be published; the message is one sentence that says why. */
public final class ForkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Cell cell;

  /** The cell that failed, and why. */
  public ForkFailedException(Cell cell, String sentence) {
    super(sentence);
    this.cell = cell;
  }

  /** Whose numbers may not be published, this fork's nor any earlier one's. */
  public Cell cell() {
    return cell;
  }
}
