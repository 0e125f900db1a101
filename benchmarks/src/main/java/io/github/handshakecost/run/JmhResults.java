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
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.trial.TrialOptions;
import io.github.handshakecost.trial.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Joins JMH's scores to the measurements of the fork. The residual is JMH's time minus all clocked
 * phases.
 *
 * @param seconds duration of the fork
 * @param order the cell of each block, by its index in the group
 */
record JmhResults(int round, Group group, String startedAt, double seconds, List<Integer> order) {
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final String UNIT = "us/op";

  /** System properties of a fork that hold paths or process ids. */
  private static final List<String> PRIVATE =
      Stream.of(
              TrialOptions.TASK, TrialOptions.MEASUREMENT, TrialOptions.PCAP, TrialOptions.HARNESS)
          .map(name -> "-D" + name + "=")
          .toList();

  /**
   * @throws ForkFailedException if a score is missing, not a time, or not in microseconds
   */
  GroupFork join(Collection<RunResult> results, GroupMeasurement seen) {
    final List<Double> scores =
        results.stream()
            .flatMap(result -> result.getBenchmarkResults().stream())
            .flatMap(benchmark -> benchmark.getIterationResults().stream())
            .map(this::score)
            .toList();
    if (scores.size() != order.size()) {
      throw failed(order.size() + " scores, one for each block", scores.size());
    }
    final BenchmarkParams params = results.iterator().next().getParams();
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
        records.add(record(params, arm.cell(), withScores(byCell.get(i), arm.measured()), seen));
      }
    }
    return new GroupFork(records, broken);
  }

  private double score(IterationResult iteration) {
    final Result<?> result = iteration.getPrimaryResult();
    final double score = result.getScore();
    if (!(score > 0) || !Double.isFinite(score) || !result.getScoreUnit().equals(UNIT)) {
      throw failed("a time above 0 in " + UNIT, score + " " + result.getScoreUnit());
    }
    return score;
  }

  private ForkFailedException failed(String expected, Object found) {
    return new ForkFailedException(
        "%s: expected %s, found %s".formatted(group.label(), expected, found));
  }

  private ForkRecord record(
      BenchmarkParams params, Cell cell, ForkMeasurement measurement, GroupMeasurement seen) {
    return new ForkRecord(
        ForkRecord.SCHEMA,
        null,
        round,
        cell,
        startedAt,
        new ForkTime(seconds, seen.warmUpSeconds()),
        facts(params, cell, measurement.iterations().size()),
        measurement);
  }

  ForkMeasurement withScores(List<Double> scores, ForkMeasurement measurement) {
    final List<IterationRecord> iterations = measurement.iterations();
    if (scores.isEmpty() || scores.size() != iterations.size()) {
      throw failed(iterations.size() + " scores, one for each proven block", scores.size());
    }
    final List<IterationRecord> joined = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      joined.add(withScore(scores.get(i), iterations.get(i)));
    }
    return new ForkMeasurement(
        measurement.warmUp(),
        joined,
        measurement.latency(),
        measurement.facts(),
        measurement.warnings(),
        measurement.link());
  }

  private static IterationRecord withScore(double score, IterationRecord iteration) {
    final PhaseTimes phases = iteration.phases();
    return new IterationRecord(
        score,
        iteration.operations(),
        iteration.counts(),
        PhaseTimes.closing(score, phases.timed(), phase -> phase.of(phases)),
        iteration.clientCpu(),
        iteration.serverCpu(),
        iteration.allocatedBytes(),
        iteration.segments(),
        iteration.clientThreads());
  }

  /** JMH's facts under the name of the cell's benchmark, so that JMH viewers tell cells apart. */
  private static JmhFacts facts(BenchmarkParams params, Cell cell, int blocks) {
    return new JmhFacts(
        params.getJmhVersion(),
        Benchmarks.name(Workload.of(cell.benchmark())),
        params.getMode().shortLabel(),
        params.getThreads(),
        JvmArguments.masked(
            params.getJvmArgs().stream()
                .filter(argument -> PRIVATE.stream().noneMatch(argument::startsWith))
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
