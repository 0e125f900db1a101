package io.github.handshakecost.cli;

/** The results of a command for the shell. */
final class ExitCode {
  static final int DONE = 0;

  /** A premise failed or a result was refused. */
  static final int REFUSED = 1;

  static final int WRONG_USAGE = 2;

  /** The environment cannot do what was asked; nothing was measured. */
  static final int CANNOT_RUN = 3;

  private ExitCode() {}
}
