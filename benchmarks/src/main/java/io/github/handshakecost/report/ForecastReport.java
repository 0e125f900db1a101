package io.github.handshakecost.report;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Forecasts;
import io.github.handshakecost.stats.Forecasts.Forecast;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The predictions of a saved run's model, for a terminal. Times are in microseconds. */
public final class ForecastReport {
  private static final double MILLI = 1e3;
  private static final double SECOND = 1e6;
  private static final List<Double> RTTS = List.of(1.0, 5.0, 10.0, 20.0, 50.0, 80.0, 100.0, 200.0);
  private static final List<Double> SERVICES = List.of(0.0, 1.0, 10.0, 30.0, 100.0, 300.0);
  private static final String WARM =
      "The model is of warm code. A cold script pays extra start-up that the model does not contain, so it saves a smaller share.";

  private final Forecasts forecasts;
  private final NamedRun run;

  public ForecastReport(Forecasts forecasts, NamedRun run) {
    this.forecasts = forecasts;
    this.run = run;
  }

  /** Why the run cannot tell; empty if it can. */
  public Optional<String> refusal(double rtt, int requests, double service) {
    if (forecasts.at(rtt, requests, service).isKnown()) {
      return Optional.empty();
    }
    final String remedy =
        Stream.concat(RTTS.stream().map(each -> each * MILLI), forecasts.fittedAt().stream())
            .filter(other -> other > rtt && forecasts.at(other, requests, service).isKnown())
            .min(Double::compare)
            .map(least -> "give --rtt %sms or more".formatted(NumberFormats.plain(least / MILLI)))
            .orElse("measure one with more --rounds, or name another RUN");
    return Optional.of(
        "--rtt %sms: the run %s was measured at %s and cannot tell the ratio there: its 95 %% interval contains 0 or is wider than a factor of 100; %s"
            .formatted(NumberFormats.plain(rtt / MILLI), run.name(), fitted(), remedy));
  }

  /** One prediction. */
  public String forecast(double rtt, int requests, double service) {
    final Forecast forecast = forecasts.at(rtt, requests, service);
    final double saved = forecast.fresh() - forecast.pooled();
    return ConsoleReport.render(
        new Document()
            .bullets(run.markSentences())
            .paragraph(
                "%s at a round-trip time of %s, with a service time of %s each. %s"
                    .formatted(
                        NumberFormats.counted(requests, "request"),
                        time(rtt),
                        time(service),
                        origin()))
            .add(
                new Block.Table(
                    List.of("", "time"),
                    List.of(
                        List.of("a new client for each", time(forecast.fresh())),
                        List.of("one connection for all", time(forecast.pooled())))))
            .paragraph("Ratio: " + Cells.estimate(forecast.ratio(), forecast.ratioCi95()))
            .paragraph("Of the time with a new client for each: " + shares(forecast) + ".")
            .paragraph((isOutside(rtt) ? extrapolated() + " " : "") + WARM)
            .paragraph(
                "One connection saves %s of %s, %.0f %%."
                    .formatted(time(saved), time(forecast.fresh()), 100 * saved / forecast.fresh()))
            .blocks());
  }

  /** The ratio by round-trip time and service time, to see where a ratio is plausible. */
  public String plausibility(double ratio, int requests) {
    final String bound = NumberFormats.plain(ratio);
    final Columns<Double> columns = new Columns<Double>().add("rtt", rtt -> whole(rtt) + " ms");
    for (final double service : SERVICES) {
      columns.add(
          whole(service) + " ms",
          rtt -> plausible(forecasts.at(rtt * MILLI, requests, service * MILLI), ratio));
    }
    columns.add("longest for " + bound, rtt -> longest(rtt * MILLI, ratio, requests));
    return ConsoleReport.render(
        new Document()
            .bullets(run.markSentences())
            .paragraph(
                "Time of %s with a new client for each, over their time on one connection, by round-trip time (rows) and service time (columns). * marks a ratio of %s or more, ? a ratio that the run cannot tell. The last column is the longest service time that allows %s. %s"
                    .formatted(NumberFormats.counted(requests, "request"), bound, bound, origin()))
            .table(RTTS, columns)
            .paragraph(extrapolated() + " " + WARM)
            .blocks());
  }

  private static String plausible(Forecast found, double ratio) {
    return found.isKnown()
        ? String.format(Locale.ROOT, "%.2f%s", found.ratio(), found.ratio() >= ratio ? "*" : " ")
        : "? ";
  }

  private String longest(double rtt, double ratio, int requests) {
    if (!forecasts.at(rtt, requests, 0).isKnown()) {
      return "?";
    }
    final double longest = forecasts.longestService(ratio, rtt, requests);
    return longest < 0 ? "never" : NumberFormats.threeDigits(longest / MILLI) + " ms";
  }

  private String origin() {
    return "By %s, %s, %s.".formatted(run.name(), run.code(), CellLabels.whole(forecasts.where()));
  }

  private static String shares(Forecast forecast) {
    final double service = forecast.requests() * forecast.service() / forecast.fresh();
    return Stream.concat(
            Stream.of(Phase.TCP, Phase.TLS, Phase.SETUP, Phase.CLOSE, Phase.EXCHANGE)
                .map(phase -> phase.label() + " " + NumberFormats.percent(forecast.share(phase))),
            Stream.of("service " + NumberFormats.percent(service)))
        .collect(Collectors.joining(", "));
  }

  private boolean isOutside(double rtt) {
    final List<Double> fitted = forecasts.fittedAt();
    return rtt < fitted.get(0) || rtt > fitted.get(fitted.size() - 1);
  }

  private String extrapolated() {
    return "Beyond %s, which were measured, times are extrapolated linearly.".formatted(fitted());
  }

  /** {@code 5 to 50 ms}. */
  private String fitted() {
    final List<Double> fitted = forecasts.fittedAt();
    return "%s to %s ms"
        .formatted(
            NumberFormats.plain(fitted.get(0) / MILLI),
            NumberFormats.plain(fitted.get(fitted.size() - 1) / MILLI));
  }

  private static String time(double micros) {
    return Math.abs(micros) < SECOND
        ? NumberFormats.threeDigits(micros / MILLI) + " ms"
        : NumberFormats.threeDigits(micros / SECOND) + " s";
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
