package io.github.handshakecost.run;

import io.github.handshakecost.bench.Benchmarks;
import io.github.handshakecost.environment.JvmArguments;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.HandOver.GroupMeasurement;
import io.github.handshakecost.trial.TrialOptions;
import io.github.handshakecost.trial.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * Joins JMH's scores to what the fork saw: the time that no clock saw becomes the residual.
 *
 * @param seconds that the fork took
 * @param order the cell of each block, by its place in the group
 */
record JmhResults(int round, Group group, String startedAt, double seconds, List<Integer> order) {
  private static final double MILLIS_PER_SECOND = 1e3;

  /** As JMH writes it; every saved time is in it. */
  private static final String UNIT = "us/op";

  /**
   * @throws ForkFailedException if a row or an iteration is missing, or a score is no number of
   *     microseconds
   */
  GroupFork join(Collection<RunResult> results, GroupMeasurement seen) {
    if (results.size() != 1) {
      throw new ForkFailedException(
          "%s: expected one row of results from JMH, found %d"
              .formatted(group.label(), results.size()));
    }
    final RunResult result = results.iterator().next();
    final List<Double> scores =
        result.getBenchmarkResults().stream()
            .flatMap(benchmark -> benchmark.getIterationResults().stream())
            .map(this::score)
            .toList();
    return join(result.getParams(), scores, seen);
  }

  private double score(IterationResult iteration) {
    final String unit = iteration.getPrimaryResult().getScoreUnit();
    if (!unit.equals(UNIT)) {
      throw new ForkFailedException(
          "%s: expected scores in %s, found %s".formatted(group.label(), UNIT, unit));
    }
    return iteration.getPrimaryResult().getScore();
  }

  private GroupFork join(BenchmarkParams params, List<Double> scores, GroupMeasurement seen) {
    if (scores.size() != order.size()) {
      throw new ForkFailedException(
          "%s: expected a score for each of %d blocks, found %d"
              .formatted(group.label(), order.size(), scores.size()));
    }
    final List<List<Double>> byCell = new ArrayList<>();
    group.cells().forEach(cell -> byCell.add(new ArrayList<>()));
    for (int i = 0; i < scores.size(); i++) {
      byCell.get(order.get(i)).add(scores.get(i));
    }
    final List<ForkRecord> records = new ArrayList<>();
    final Map<Cell, String> broken = new LinkedHashMap<>();
    for (int i = 0; i < byCell.size(); i++) {
      final ArmMeasurement arm = seen.arms().get(i);
      if (arm.measured() == null) {
        broken.put(arm.cell(), Objects.requireNonNullElse(arm.broken(), "it was not measured"));
      } else {
        records.add(
            record(
                params,
                arm.cell(),
                new ForkTime(seconds, seen.warmUpSeconds()),
                withScores(arm.cell(), byCell.get(i), arm.measured())));
      }
    }
    return new GroupFork(records, broken);
  }

  private ForkRecord record(
      BenchmarkParams params, Cell cell, ForkTime took, ForkMeasurement measurement) {
    return new ForkRecord(
        ForkRecord.SCHEMA,
        round,
        cell,
        startedAt,
        took,
        facts(params, cell, measurement.iterations().size()),
        measurement);
  }

  static ForkMeasurement withScores(Cell cell, List<Double> scores, ForkMeasurement measurement) {
    final List<IterationRecord> iterations = measurement.iterations();
    if (scores.isEmpty() || scores.size() != iterations.size()) {
      throw new ForkFailedException(
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
          "%s: expected a time above 0, found %s".formatted(cell.label(), score));
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

  /**
   * As the cell's own benchmark would be named, so that viewers of JMH's files tell cells apart.
   */
  private static JmhFacts facts(BenchmarkParams params, Cell cell, int blocks) {
    return new JmhFacts(
        params.getJmhVersion(),
        Benchmarks.name(Workload.of(cell.benchmark())),
        params.getMode().shortLabel(),
        params.getThreads(),
        JvmArguments.masked(
            params.getJvmArgs().stream()
                .filter(arg -> !arg.startsWith("-D" + TrialOptions.TASK))
                .filter(arg -> !arg.startsWith("-D" + TrialOptions.MEASUREMENT))
                .filter(arg -> !arg.startsWith("-D" + TrialOptions.PCAP))
                .filter(arg -> !arg.startsWith("-D" + TrialOptions.HARNESS))
                .toList()),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getWarmup().getCount(),
        seconds(params.getWarmup()),
        blocks,
        seconds(params.getMeasurement()),
        UNIT);
  }

  private static double seconds(IterationParams iteration) {
    return iteration.getTime().convertTo(TimeUnit.MILLISECONDS) / MILLIS_PER_SECOND;
  }
}
