package io.github.handshakecost.report;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.stats.Figures;
import io.github.handshakecost.stats.Forecast;
import io.github.handshakecost.stats.Forecasts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a saved run's model says, for a terminal. */
public final class ForecastReport {
  private static final double MICROS_PER_MILLI = 1e3;
  private static final List<Double> RTTS = List.of(1.0, 5.0, 10.0, 20.0, 50.0, 80.0, 100.0, 200.0);
  private static final List<Double> SERVICES = List.of(0.0, 1.0, 10.0, 30.0, 100.0, 300.0);

  private final Forecasts forecasts;
  private final NamedRun run;

  /**
   * A report of a model.
   *
   * @param run what the model was fitted to
   */
  public ForecastReport(Forecasts forecasts, NamedRun run) {
    this.forecasts = forecasts;
    this.run = run;
  }

  /** One prediction; times in microseconds. */
  public String forecast(double rtt, int requests, double service) {
    final Forecast forecast = forecasts.at(rtt, requests, service);
    final List<Block> blocks = new ArrayList<>(Marks.of(run.summary()));
    blocks.add(
        new Block.Paragraph(
            "%s at a round-trip time of %s ms, with %s ms of service each; by %s."
                .formatted(
                    Figures.counted(requests, "request"), millis(rtt), millis(service), origin())));
    blocks.add(
        new Block.Table(
            List.of("", "ms"),
            List.of(
                List.of("a new client for each", millis(forecast.fresh())),
                List.of("one connection for all", millis(forecast.pooled())))));
    blocks.add(
        new Block.Paragraph("Ratio: " + Cells.estimate(forecast.ratio(), forecast.ratioCi95())));
    blocks.add(
        new Block.Paragraph("Of the time with a new client for each: " + shares(forecast) + "."));
    outside(rtt).forEach(blocks::add);
    return ConsoleReport.render(blocks);
  }

  /** With which service time a factor is still reached, by round-trip time. */
  public String plausibility(double ratio, int requests) {
    final List<String> columns = new ArrayList<>(List.of("rtt"));
    SERVICES.forEach(service -> columns.add(whole(service) + " ms"));
    columns.add("%s up to".formatted(Figures.three(ratio)));
    final List<Block> blocks = new ArrayList<>(Marks.of(run.summary()));
    blocks.add(
        new Block.Paragraph(
            "What a new client for each of %s takes over one connection for all, by round-trip time and service time; * where it is a factor of %s or more. The last column is the longest service time that still allows it. By %s."
                .formatted(Figures.counted(requests, "request"), Figures.three(ratio), origin())));
    blocks.add(
        new Block.Table(columns, RTTS.stream().map(rtt -> row(rtt, ratio, requests)).toList()));
    RTTS.stream()
        .flatMap(rtt -> outside(rtt * MICROS_PER_MILLI).stream())
        .findFirst()
        .ifPresent(blocks::add);
    return ConsoleReport.render(blocks);
  }

  /** Run, commit and place. */
  private String origin() {
    return "%s, %s, %s"
        .formatted(run.name(), Marks.commit(run.run().manifest()), Place.whole(forecasts.where()));
  }

  private List<String> row(double rtt, double ratio, int requests) {
    final List<String> row = new ArrayList<>(List.of(whole(rtt) + " ms"));
    for (final double service : SERVICES) {
      final double found =
          forecasts.ratio(rtt * MICROS_PER_MILLI, requests, service * MICROS_PER_MILLI);
      row.add(String.format(Locale.ROOT, "%.2f%s", found, found >= ratio ? "*" : " "));
    }
    final double longest = forecasts.longestService(ratio, rtt * MICROS_PER_MILLI, requests);
    row.add(longest < 0 ? "never" : millis(longest) + " ms");
    return row;
  }

  private static String shares(Forecast forecast) {
    final Stream<String> phases =
        Stream.of(Phase.TCP, Phase.TLS, Phase.SETUP, Phase.CLOSE, Phase.EXCHANGE)
            .map(phase -> name(phase) + " " + Figures.percent(forecast.share(phase)));
    final double service = forecast.requests() * forecast.service() / forecast.fresh();
    return Stream.concat(phases, Stream.of("service " + Figures.percent(service)))
        .collect(Collectors.joining(", "));
  }

  private static String name(Phase phase) {
    return phase == Phase.SETUP ? "client set-up" : phase.label();
  }

  /** What the model has not seen, it can only guess. */
  private List<Block> outside(double rtt) {
    final List<Double> fitted = forecasts.fittedAt();
    final double least = fitted.get(0);
    final double most = fitted.get(fitted.size() - 1);
    return rtt >= least && rtt <= most
        ? List.of()
        : List.of(
            new Block.Paragraph(
                "The model was fitted from %s to %s ms: beyond, it is drawn out along a straight line."
                    .formatted(millis(least), millis(most))));
  }

  private static String millis(double micros) {
    return Figures.three(micros / MICROS_PER_MILLI);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
