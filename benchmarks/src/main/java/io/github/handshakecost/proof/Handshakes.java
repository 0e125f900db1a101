package io.github.handshakecost.proof;

/** The handshake that each new connection of a policy makes. */
public enum Handshakes {
  NONE,
  RESUMED,
  FULL,
  /** Full or resumed, as the session cache has it: counted, not promised. */
  EITHER
}
