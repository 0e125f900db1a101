package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.FixtureUnavailableException;
import io.github.handshakecost.fixture.link.LinkUnavailableException;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.UnreadableRunException;
import io.github.handshakecost.run.CannotRunException;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.LinkNotSteadyException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What went wrong, as a sentence and an exit code. */
final class Failures {
  private static final Map<Class<? extends Exception>, ExitCode> KNOWN =
      Map.of(
          UsageException.class, ExitCode.WRONG_USAGE,
          UnreadableRunException.class, ExitCode.WRONG_USAGE,
          CannotRunException.class, ExitCode.CANNOT_RUN,
          FixtureUnavailableException.class, ExitCode.CANNOT_RUN,
          LinkUnavailableException.class, ExitCode.CANNOT_RUN,
          RunDirectoryException.class, ExitCode.REFUSED,
          LinkNotSteadyException.class, ExitCode.REFUSED,
          ForkFailedException.class, ExitCode.REFUSED);

  private Failures() {}

  static int explain(Exception e, CommandLine line, ParseResult parsed) {
    final ExitCode code = KNOWN.get(e.getClass());
    if (code == null) {
      line.getErr().println("Internal error; please report it with the stack trace below.");
      e.printStackTrace(line.getErr());
      return ExitCode.REFUSED.code();
    }
    line.getErr().println(e.getMessage());
    return code.code();
  }
}
