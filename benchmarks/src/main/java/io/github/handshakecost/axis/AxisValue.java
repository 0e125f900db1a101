package io.github.handshakecost.axis;

/** A constant of an axis. */
interface AxisValue {

  /** What stands on the command line and in every result: no space, no {@code =}. */
  String label();
}
