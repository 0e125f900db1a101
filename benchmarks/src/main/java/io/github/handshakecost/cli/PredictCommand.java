package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.ForecastReport;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.stats.Forecasts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a program would take, by the model of a saved run. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Predicts what requests take with a new client each and on one connection, from a saved run"
            + " that was measured at several distances (run -p rtt=0ms,5ms,20ms,50ms).")
final class PredictCommand implements Callable<Integer> {
  private static final int MOST_REQUESTS = 1_000_000;
  private static final double LEAST_RATIO = 1;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double MICROS_PER_MILLI = 1e3;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description =
          "A directory that run has written (default: the newest in results/ that fits, complete and"
              + " of committed code).")
  private @Nullable Path run;

  @Option(
      names = "--rtt",
      paramLabel = "TIME",
      converter = Converters.Latency.class,
      description = "Round-trip time, e.g. 60ms or 31.2ms.")
  private @Nullable Duration rtt;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "11",
      description = "Requests in all (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Option(
      names = "--protocol",
      defaultValue = "tls1.3",
      description = "http, tls1.2 or tls1.3 (default: ${DEFAULT-VALUE}).")
  private String protocol = "";

  @Option(
      names = "--client",
      defaultValue = "httpclient5",
      description = "The client that was measured (default: ${DEFAULT-VALUE}).")
  private String client = "";

  @Option(
      names = "--service-time",
      paramLabel = "TIME",
      defaultValue = "0ms",
      converter = Converters.Latency.class,
      description = "What the server takes for a request (default: ${DEFAULT-VALUE}).")
  private Duration service = Duration.ZERO;

  @Option(
      names = "--ratio",
      paramLabel = "R",
      description = "When is a factor of R plausible? A table of round-trip against service time.")
  private @Nullable Double ratio;

  @Override
  public Integer call() {
    check();
    final Path directory = run == null ? SavedRuns.newestWithDistances(protocol, client) : run;
    final NamedRun saved = NamedRun.load(directory);
    FailedRuns.refuse(
        directory,
        saved.run().manifest(),
        "nothing may be predicted from a failed run; name another RUN");
    final Forecasts forecasts =
        Forecasts.of(saved.run(), protocol, client)
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s has no model of %s with %s: it takes pooled and new-client at two distances or more, all else equal; measure them with run -p rtt=0ms,5ms,20ms,50ms -p protocol=%s"
                            .formatted(directory, protocol, client, protocol)));
    if (rtt != null && !forecasts.holdsAt(micros(rtt))) {
      throw new UsageException(
          "the model of %s, fitted from %.0f µs on, says less than nothing at --rtt %s ms; give a longer one"
              .formatted(directory, forecasts.fittedAt().get(0), millis(rtt)));
    }
    final ForecastReport report = new ForecastReport(forecasts, saved);
    spec.commandLine()
        .getOut()
        .print(
            ratio == null
                ? report.forecast(micros(Objects.requireNonNull(rtt)), requests, micros(service))
                : report.plausibility(ratio, requests));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE.code();
  }

  private void check() {
    Axes.PROTOCOL.parse(protocol);
    Axes.CLIENT.parse(client);
    if ((rtt == null) == (ratio == null)) {
      throw new UsageException(
          "predict takes either --rtt TIME, for a prediction, or --ratio R, for a table; e.g. predict --rtt 60ms");
    }
    if (requests < 1 || requests > MOST_REQUESTS) {
      throw new UsageException(
          "--requests %d is out of range; it goes from 1 to %d".formatted(requests, MOST_REQUESTS));
    }
    if (ratio != null && !(ratio > LEAST_RATIO)) {
      throw new UsageException("--ratio %s is out of range; give more than 1".formatted(ratio));
    }
    if (ratio != null && requests <= ratio) {
      throw new UsageException(
          "--requests %d can never save a factor of %s: the first of them opens a connection too; give more requests"
              .formatted(requests, ratio));
    }
  }

  private static double millis(Duration time) {
    return micros(time) / MICROS_PER_MILLI;
  }

  private static double micros(Duration time) {
    return time.toNanos() / NANOS_PER_MICRO;
  }
}
