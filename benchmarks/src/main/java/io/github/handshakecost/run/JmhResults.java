package io.github.handshakecost.run;

import io.github.handshakecost.environment.JvmArguments;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.IterationRecord;
import io.github.handshakecost.result.JmhFacts;
import io.github.handshakecost.result.PhaseTimes;
import io.github.handshakecost.trial.TrialOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** Joins JMH's scores to what the fork saw: the time that no clock saw becomes the residual. */
final class JmhResults {
  private static final double MILLIS_PER_SECOND = 1e3;

  /** As JMH writes it; every saved time is in it. */
  private static final String UNIT = "us/op";

  private JmhResults() {}

  /**
   * @throws ForkFailedException if a row or an iteration is missing, or a score is no number of
   *     microseconds
   */
  static ForkRecord join(
      int round,
      Cell cell,
      String startedAt,
      Collection<RunResult> results,
      ForkMeasurement measurement) {
    if (results.size() != 1) {
      throw new ForkFailedException(
          cell,
          "%s: expected one row of results from JMH, found %d"
              .formatted(cell.label(), results.size()));
    }
    final RunResult result = results.iterator().next();
    final List<IterationResult> iterations =
        result.getBenchmarkResults().stream()
            .flatMap(benchmark -> benchmark.getIterationResults().stream())
            .toList();
    iterations.forEach(iteration -> requireUnit(cell, iteration));
    final List<Double> scores =
        iterations.stream().map(iteration -> iteration.getPrimaryResult().getScore()).toList();
    return new ForkRecord(
        ForkRecord.SCHEMA,
        round,
        cell,
        startedAt,
        facts(result.getParams()),
        withScores(cell, scores, measurement));
  }

  private static void requireUnit(Cell cell, IterationResult iteration) {
    final String unit = iteration.getPrimaryResult().getScoreUnit();
    if (!unit.equals(UNIT)) {
      throw new ForkFailedException(
          cell, "%s: expected scores in %s, found %s".formatted(cell.label(), UNIT, unit));
    }
  }

  static ForkMeasurement withScores(Cell cell, List<Double> scores, ForkMeasurement measurement) {
    final List<IterationRecord> iterations = measurement.iterations();
    if (scores.isEmpty() || scores.size() != iterations.size()) {
      throw new ForkFailedException(
          cell,
          "%s: expected a score for each of %d proven iterations, found %d"
              .formatted(cell.label(), iterations.size(), scores.size()));
    }
    final List<IterationRecord> joined = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      joined.add(withScore(cell, scores.get(i), iterations.get(i)));
    }
    return new ForkMeasurement(
        measurement.warmUp(),
        joined,
        measurement.latency(),
        measurement.facts(),
        measurement.warnings(),
        measurement.link());
  }

  private static IterationRecord withScore(Cell cell, double score, IterationRecord iteration) {
    if (!Double.isFinite(score) || score <= 0) {
      throw new ForkFailedException(
          cell, "%s: expected a time above 0, found %s".formatted(cell.label(), score));
    }
    final PhaseTimes phases = iteration.phases();
    return new IterationRecord(
        score,
        iteration.operations(),
        iteration.counts(),
        PhaseTimes.closing(score, phase -> phase.of(phases)),
        iteration.clientCpu(),
        iteration.serverCpu(),
        iteration.allocatedBytes(),
        iteration.segments());
  }

  private static JmhFacts facts(BenchmarkParams params) {
    return new JmhFacts(
        params.getJmhVersion(),
        params.getBenchmark(),
        params.getMode().shortLabel(),
        params.getThreads(),
        JvmArguments.masked(
            params.getJvmArgs().stream()
                .filter(arg -> !arg.startsWith("-D" + TrialOptions.MEASUREMENT))
                .filter(arg -> !arg.startsWith("-D" + TrialOptions.PCAP))
                .filter(arg -> !arg.startsWith("-D" + TrialOptions.HARNESS))
                .toList()),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getWarmup().getCount(),
        seconds(params.getWarmup()),
        params.getMeasurement().getCount(),
        seconds(params.getMeasurement()),
        UNIT);
  }

  private static double seconds(IterationParams iteration) {
    return iteration.getTime().convertTo(TimeUnit.MILLISECONDS) / MILLIS_PER_SECOND;
  }
}
