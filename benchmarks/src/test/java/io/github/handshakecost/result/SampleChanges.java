package io.github.handshakecost.result;

import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Sample runs with one change. */
public final class SampleChanges {
  private SampleChanges() {}

  /** Every time of a cell multiplied. */
  public static Run slower(Run run, ToDoubleFunction<Cell> factor) {
    return mapIterations(
        run,
        (fork, old) -> {
          final double by = factor.applyAsDouble(fork.cell());
          return SampleForks.withTimes(old, by * old.mean(), SamplePhases.scaled(old.phases(), by));
        });
  }

  /** Every cell as fast as any other, but for noise. */
  public static Run alike(Run run) {
    return SampleRuns.mapForks(
        run,
        fork ->
            SampleForks.withIterations(
                fork,
                iterations ->
                    List.of(
                        SampleForks.withTimes(
                            iterations.get(0),
                            100 + Math.sin(fork.round() * fork.cell().label().length()),
                            iterations.get(0).phases()))));
  }

  /** Other counts for one cell. */
  public static Run counted(Run run, Cell cell, UnaryOperator<Counts> change) {
    return mapIterations(
        run,
        (fork, old) ->
            fork.cell().equals(cell)
                ? new IterationRecord(
                    old.mean(),
                    old.operations(),
                    change.apply(old.counts()),
                    old.phases(),
                    old.clientCpu(),
                    old.serverCpu(),
                    old.allocatedBytes(),
                    old.segments(),
                    old.clientThreads())
                : old);
  }

  /** As many requests on so many connections, each with a full handshake. */
  public static Counts withConnections(Counts old, long connections) {
    return new Counts(
        old.requests(), connections, connections, 0, connections, 0, old.bytesIn(), old.bytesOut());
  }

  /** As many requests, each with a resumed handshake. */
  public static Counts withoutFullHandshakes(Counts old) {
    return new Counts(
        old.requests(), old.requests(), 0, old.requests(), 0, 0, old.bytesIn(), old.bytesOut());
  }

  /** The run on another machine. */
  public static Run on(Run run, Machine machine) {
    final Map<String, Object> environment = new LinkedHashMap<>();
    environment.put("jdk", Map.of("version", machine.jdk()));
    environment.put("cpu", Map.of("model", machine.cpu(), "count", machine.cpus()));
    environment.put("os", Map.of("kernel", machine.kernel()));
    return new Run(
        run.name(),
        run.manifest(),
        run.forks().stream().map(fork -> withJmh(fork, jdk(fork.jmh(), machine.jdk()))).toList(),
        environment);
  }

  /** Another fact in every fork. */
  public static Run withFact(Run run, String name, String value) {
    return SampleRuns.mapForks(
        run,
        fork -> {
          final Map<String, String> facts = new TreeMap<>(fork.measurement().facts());
          facts.put(name, value);
          return withMeasurement(fork, Objects.requireNonNull(fork.measurement().warmUp()), facts);
        });
  }

  /** Forks that were still warming up when they were measured. */
  public static Run unsettled(Run run) {
    return SampleRuns.mapForks(
        run,
        fork ->
            withMeasurement(
                fork,
                new WarmUpCurve(0.5, List.of(9.0), List.of(8.0), 10, false),
                fork.measurement().facts()));
  }

  /** The run with another number and warm-up of blocks in its plan. */
  public static Run withEffort(Run run, int cycles, long warmUpMillis) {
    final RunManifest old = run.manifest();
    final Effort effort = old.effort();
    final Effort changed =
        new Effort(
            warmUpMillis,
            cycles,
            effort.blockMillis(),
            effort.leastRounds(),
            effort.mostRounds(),
            effort.budgetMillis(),
            effort.precision());
    return SampleRuns.with(
        SampleRuns.mapForks(
            run,
            fork ->
                SampleForks.withIterations(
                    fork,
                    all ->
                        IntStream.range(0, changed.cyclesOf(fork.cell()))
                            .mapToObj(i -> all.get(i % all.size()))
                            .toList())),
        new RunManifest(
            old.schema(),
            old.id(),
            old.plan(),
            old.cells(),
            old.seed(),
            old.precision(),
            old.timeBudgetSeconds(),
            old.commit(),
            old.dirty(),
            old.startedAt(),
            old.endedAt(),
            old.warnings(),
            old.end(),
            old.sentence(),
            changed,
            old.jmhArguments(),
            old.forks()));
  }

  /** The run of another commit and time. */
  public static Run made(Run run, String startedAt, String commit, boolean dirty) {
    final RunManifest old = run.manifest();
    final Duration later =
        Duration.between(Instant.parse(old.startedAt()), Instant.parse(startedAt));
    return SampleRuns.with(
        SampleRuns.mapForks(run, fork -> started(fork, later)),
        new RunManifest(
            old.schema(),
            old.id(),
            old.plan(),
            old.cells(),
            old.seed(),
            old.precision(),
            old.timeBudgetSeconds(),
            commit,
            dirty,
            startedAt,
            old.endedAt(),
            old.warnings(),
            old.end(),
            old.sentence(),
            old.effort(),
            old.jmhArguments(),
            null));
  }

  /** The manifest of a run that is asked for another precision. */
  public static RunManifest asked(RunManifest old, double precision) {
    return new RunManifest(
        old.schema(),
        old.id(),
        old.plan(),
        old.cells(),
        old.seed(),
        precision,
        old.timeBudgetSeconds(),
        old.commit(),
        old.dirty(),
        old.startedAt(),
        old.endedAt(),
        old.warnings(),
        old.end(),
        old.sentence(),
        old.effort(),
        old.jmhArguments(),
        old.forks());
  }

  private static ForkRecord started(ForkRecord fork, Duration later) {
    return new ForkRecord(
        fork.schema(),
        fork.origin(),
        fork.round(),
        fork.cell(),
        Instant.parse(fork.startedAt()).plus(later).toString(),
        fork.took(),
        fork.jmh(),
        fork.measurement());
  }

  /** The manifest of a run for which JMH was given options. */
  public static RunManifest given(RunManifest old, List<String> options) {
    return new RunManifest(
        old.schema(),
        old.id(),
        old.plan(),
        old.cells(),
        old.seed(),
        old.precision(),
        old.timeBudgetSeconds(),
        old.commit(),
        old.dirty(),
        old.startedAt(),
        old.endedAt(),
        old.warnings(),
        old.end(),
        old.sentence(),
        old.effort(),
        options,
        old.forks());
  }

  /** The run with another end. */
  public static Run ended(Run run, RunManifest.End end) {
    return SampleRuns.with(run, run.manifest().ended(end, null));
  }

  private static JmhFacts jdk(JmhFacts old, String version) {
    return new JmhFacts(
        old.jmhVersion(),
        old.benchmark(),
        old.mode(),
        old.threads(),
        old.jvmArgs(),
        version,
        old.vmName(),
        old.vmVersion(),
        old.warmupIterations(),
        old.warmupSeconds(),
        old.measurementIterations(),
        old.measurementSeconds(),
        old.scoreUnit());
  }

  private static ForkRecord withJmh(ForkRecord fork, JmhFacts jmh) {
    return new ForkRecord(
        fork.schema(),
        fork.origin(),
        fork.round(),
        fork.cell(),
        fork.startedAt(),
        fork.took(),
        jmh,
        fork.measurement());
  }

  private static ForkRecord withMeasurement(
      ForkRecord fork, WarmUpCurve warmUp, Map<String, String> facts) {
    final ForkMeasurement old = fork.measurement();
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            warmUp, old.iterations(), old.latency(), facts, old.warnings(), old.link()));
  }

  /** Every iteration changed. */
  public static Run mapIterations(Run run, Change change) {
    return SampleRuns.mapForks(
        run,
        fork ->
            SampleForks.withIterations(
                fork,
                iterations -> iterations.stream().map(old -> change.apply(fork, old)).toList()));
  }

  /** Of an iteration of a fork. */
  public interface Change {
    IterationRecord apply(ForkRecord fork, IterationRecord old);
  }
}
