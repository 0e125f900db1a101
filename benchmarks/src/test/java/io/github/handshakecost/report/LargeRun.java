package io.github.handshakecost.report;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.PerRequest;
import io.github.handshakecost.result.PhaseTimes;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run of many places with five policies each, summed up without the work of a bootstrap. */
final class LargeRun {
  private static final List<String> POLICIES =
      List.of(
          "pooled",
          "new-connection-resumed",
          "new-connection-full",
          "new-client",
          "new-client-shared-context");

  private LargeRun() {}

  /** So many places, a multiple of four: two protocols, two clients, the rest distances. */
  static Run of(int places, int rounds) {
    final List<Cell> cells =
        Stream.of("tls1.2", "tls1.3")
            .flatMap(
                protocol -> Stream.of("httpclient5", "raw-socket").map(it -> List.of(protocol, it)))
            .flatMap(
                at ->
                    IntStream.range(0, places / 4)
                        .mapToObj(i -> List.of(at.get(0), at.get(1), 2 * i + "ms")))
            .flatMap(
                at ->
                    POLICIES.stream()
                        .map(
                            policy ->
                                SampleRuns.cell("request", policy, at.get(0))
                                    .with("client", at.get(1))
                                    .with("rtt", at.get(2))))
            .toList();
    return SampleRuns.mapForks(SampleRuns.of(cells, rounds), LargeRun::withFullDistribution);
  }

  static Summary summarize(Run run) {
    final List<CellSummary> cells =
        run.manifest().cells().stream().map(cell -> sum(cell, run)).toList();
    final List<Cell> opening =
        run.manifest().cells().stream()
            .filter(cell -> !cell.param("policy").equals("pooled"))
            .toList();
    return new Summary(
        Summary.SCHEMA,
        true,
        true,
        true,
        20,
        List.of(),
        cells,
        opening.stream()
            .map(
                cell ->
                    new Ratio(
                        "request",
                        "pooled",
                        cell.param("policy"),
                        where(cell),
                        112.3,
                        new Interval(109.1, 115.2),
                        20))
            .toList(),
        opening.stream()
            .map(
                cell ->
                    new Cost(
                        "request",
                        cell.param("policy"),
                        where(cell),
                        1234,
                        1222,
                        12.3,
                        new Interval(1201, 1277),
                        true,
                        812,
                        344,
                        20))
            .toList(),
        List.of());
  }

  private static CellSummary sum(Cell cell, Run run) {
    final ForkRecord fork =
        run.forks().stream().filter(it -> it.cell().equals(cell)).findFirst().orElseThrow();
    final double mean = fork.mean();
    final PhaseTimes phases = fork.measurement().iterations().get(0).phases();
    return new CellSummary(
        cell.benchmark(),
        cell.params(),
        20,
        120_000,
        120_000,
        mean,
        new Interval(0.98 * mean, 1.03 * mean),
        0.95 * mean,
        1.3 * mean,
        1.8 * mean,
        new PerRequest(1, 1, 0, 911, 2262, 0.5 * mean, 0.4 * mean, 383_315, null),
        phases);
  }

  private static Map<String, String> where(Cell cell) {
    final Map<String, String> where = new LinkedHashMap<>(cell.params());
    where.remove("policy");
    return where;
  }

  private static ForkRecord withFullDistribution(ForkRecord fork) {
    final double mean = fork.mean();
    final List<Latency.Point> points =
        Stream.of(0.0, 25.0, 50.0, 75.0, 90.0, 95.0, 97.5, 99.0, 99.5, 99.9, 100.0)
            .map(it -> new Latency.Point(it, mean * (0.9 + 0.1 / (1.05 - it / 100))))
            .toList();
    final ForkMeasurement old = fork.measurement();
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            old.warmUp(),
            old.iterations(),
            new Latency(6000, points, List.of(mean)),
            old.facts(),
            old.warnings(),
            old.link()));
  }
}
