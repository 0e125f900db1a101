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
import java.util.stream.IntStream;
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
        final List<Double> times =
            withoutPauses(ofOneOperation(arm.cell(), byCell.get(i)), arm.pauses());
        records.add(record(params, arm.cell(), withScores(times, arm.measured()), seen));
      }
    }
    return new GroupFork(records, broken);
  }

  /** JMH's score is the time of a call, which may be several operations. */
  private static List<Double> ofOneOperation(Cell cell, List<Double> scores) {
    return scores.stream().map(score -> score / cell.operationsInARow()).toList();
  }

  /** A pause before an operation is part of JMH's score, but not of the operation. */
  private List<Double> withoutPauses(List<Double> scores, List<Double> pauses) {
    if (pauses.isEmpty()) {
      return scores;
    }
    if (scores.size() != pauses.size()) {
      throw failed(scores.size() + " pauses, one for each block", pauses.size());
    }
    return IntStream.range(0, scores.size())
        .mapToObj(block -> scores.get(block) - pauses.get(block))
        .toList();
  }

  /**
   * The time of an operation, which is the number of users over JMH's throughput: the harmonic mean
   * of the users' averages. JMH's own score is their arithmetic mean, in which a user counts as
   * much who performed fewer operations.
   */
  private double score(IterationResult iteration) {
    double users = 0;
    double throughput = 0;
    final double first = iteration.getPrimaryResult().getScore();
    for (final Result<?> user : iteration.getRawPrimaryResults()) {
      if (!(user.getScore() > 0)
          || !Double.isFinite(user.getScore())
          || !user.getScoreUnit().equals(UNIT)) {
        throw failed("a time above 0 in " + UNIT, user.getScore() + " " + user.getScoreUnit());
      }
      users++;
      throughput += first / user.getScore();
    }
    return first * users / throughput;
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
    return measurement.with(joined);
  }

  private static IterationRecord withScore(double score, IterationRecord iteration) {
    final PhaseTimes phases = iteration.phases();
    return new IterationRecord(
        score,
        iteration.operations(),
        iteration.counts(),
        PhaseTimes.closing(score, phases.timed(), phases.lease(), phase -> phase.of(phases)),
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
