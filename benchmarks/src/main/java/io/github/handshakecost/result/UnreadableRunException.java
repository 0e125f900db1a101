package io.github.handshakecost.result;

import java.nio.file.Path;

/** A saved run cannot be used; the message names file, defect and remedy. */
public final class UnreadableRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRunException(Path file, String defect, String remedy) {
    super("%s %s; %s".formatted(file, defect, remedy));
  }

  UnreadableRunException(Path file, String defect, String remedy, Exception cause) {
    super("%s %s; %s".formatted(file, defect, remedy), cause);
  }
}
