package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.report.ForecastReport;
import io.github.handshakecost.report.NamedRun;
import io.github.handshakecost.stats.Forecasts;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The time of a program's requests, by the model of a saved run. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Predicts the time of requests with a new client each and on one connection, from a saved"
            + " run that was measured at several round-trip times.",
    footer = {
      "",
      "RUN has to hold the benchmark request under the policies pooled and new-client, with the"
          + " protocol and the client that are asked for, at two round-trip times above 0 ms or more"
          + " (run -p rtt=5ms,20ms,50ms). Without RUN, predict takes the newest run in results/ that"
          + " is also complete, made by committed code, with all forks settled and at least 3 rounds."
    })
final class PredictCommand implements Callable<Integer> {
  private static final int MOST_REQUESTS = 1_000_000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "A directory that run has written (default: the newest that fits, see below).")
  private @Nullable Path run;

  @Option(
      names = "--rtt",
      paramLabel = "TIME",
      converter = Converters.Latency.class,
      description = "Round-trip time, e.g. 60ms or 31.2ms.")
  private @Nullable Double rtt;

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
      description = "Time that the server takes for a request (default: ${DEFAULT-VALUE}).")
  private double service;

  @Option(
      names = "--ratio",
      paramLabel = "R",
      description = "Print a table that shows where a ratio of R is plausible.")
  private @Nullable Double ratio;

  @Override
  public Integer call() {
    check();
    final Path directory =
        run == null ? SavedRuns.newestForPrediction(Path.of("results"), protocol, client) : run;
    final NamedRun saved = NamedRun.load(directory);
    SavedRuns.refuseFailed(directory, saved.run(), "used for predictions");
    final Forecasts forecasts =
        Forecasts.of(saved.run(), protocol, client)
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s has no model of %s with %s: that takes pooled and new-client at two round-trip times above 0 ms; measure them with run -p rtt=5ms,20ms,50ms -p protocol=%s -p client=%s"
                            .formatted(directory, protocol, client, protocol, client)));
    spec.commandLine().getOut().print(answer(new ForecastReport(forecasts, saved)));
    return ExitCode.DONE;
  }

  private String answer(ForecastReport report) {
    final Double distance = rtt;
    if (distance == null) {
      return report.plausibility(Objects.requireNonNull(ratio), requests);
    }
    report
        .refusal(distance, requests, service)
        .ifPresent(
            sentence -> {
              throw new UsageException(sentence);
            });
    return report.forecast(distance, requests, service);
  }

  private void check() {
    Axes.PROTOCOL.parse(protocol);
    Axes.CLIENT.parse(client);
    if ((rtt == null) == (ratio == null)) {
      throw new UsageException(
          "predict takes either --rtt TIME, for a prediction, or --ratio R, for a table; e.g. predict --rtt 60ms");
    }
    if (rtt != null && rtt == 0) {
      throw new UsageException(
          "--rtt 0ms is loopback, but the model is fitted to round-trip times above 0 ms; the report of a run gives its measured times on loopback; give the time of a network, as in --rtt 20ms");
    }
    if (requests < 1 || requests > MOST_REQUESTS) {
      throw new UsageException(
          "--requests %d is out of range; it goes from 1 to %d".formatted(requests, MOST_REQUESTS));
    }
    if (ratio != null && !(ratio > 1)) {
      throw new UsageException("--ratio %s is out of range; give more than 1".formatted(ratio));
    }
    if (ratio != null && requests <= ratio) {
      throw new UsageException(
          "--requests %d cannot save a factor of %s, because the first one opens a connection too; give more requests"
              .formatted(requests, ratio));
    }
  }
}
