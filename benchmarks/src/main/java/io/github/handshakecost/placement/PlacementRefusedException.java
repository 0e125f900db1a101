package io.github.handshakecost.placement;

import org.jspecify.annotations.Nullable;

/** The system does not let a thread be bound to a CPU; the message says why, and what to do. */
public final class PlacementRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlacementRefusedException(String what, String why, String remedy, @Nullable Throwable cause) {
    super(what + ": " + why + "; " + remedy + ", or measure with -p placement=free", cause);
  }
}
