package io.github.handshakecost.cli;

/** The result of a command for the shell. */
enum ExitCode {
  DONE(0),
  /** A premise failed or a result was refused. */
  REFUSED(1),
  WRONG_USAGE(2),
  /** The environment cannot do what was asked; nothing was measured. */
  CANNOT_RUN(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
