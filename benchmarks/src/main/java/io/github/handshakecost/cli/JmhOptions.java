package io.github.handshakecost.cli;

import io.github.handshakecost.axis.UsageException;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Options of JMH's own that a run passes on, such as {@code -wi}, {@code -jvm}, {@code -prof}. */
final class JmhOptions {
  private static final String OWNED = "run writes its own results; see --out";
  private static final Map<String, String> REFUSED =
      Map.of(
          "-f", "run makes one fork for each cell in each round; give --rounds",
          "-wf", "run warms each fork up by itself; leave it out",
          "-bm", "run measures average time; for other modes use jmh",
          "-t", "a session is one client; leave it out",
          "-tu", "results are in microseconds; leave it out",
          "-foe", "a failing benchmark always ends a run; leave it out",
          "-v", "run reports by itself; for JMH's own output use jmh",
          "-rf", OWNED,
          "-rff", OWNED,
          "-o", OWNED);

  private JmhOptions() {}

  /**
   * @throws UsageException for what JMH does not know, or a run decides by itself
   */
  static CommandLineOptions parse(List<String> args) {
    for (final String arg : args) {
      final String why = REFUSED.get(arg);
      if (why != null) {
        throw new UsageException("%s has no meaning for run: %s".formatted(arg, why));
      }
    }
    try {
      final CommandLineOptions options = new CommandLineOptions(args.toArray(String[]::new));
      if (!options.getIncludes().isEmpty()) {
        throw new UsageException(
            "run does not know %s; see run --help"
                .formatted(String.join(" ", options.getIncludes())));
      }
      return options;
    } catch (CommandLineOptionException e) {
      throw new UsageException(
          "neither run nor JMH can take that: %s; see run --help, and jmh -h for JMH's options"
              .formatted(e.getMessage()));
    }
  }
}
