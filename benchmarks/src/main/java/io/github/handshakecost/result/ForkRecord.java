package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a finished fork; a file under {@code forks}.
 *
 * @param origin the run that saved it; absent if it was measured before runs had an id
 * @param round counted from 1
 * @param startedAt of the fork; UTC, ISO 8601
 * @param took of the whole fork
 */
public record ForkRecord(
    String schema,
    @Nullable Origin origin,
    int round,
    Cell cell,
    String startedAt,
    ForkTime took,
    JmhFacts jmh,
    ForkMeasurement measurement) {

  public static final String SCHEMA = "handshake-cost/fork/2";

  /** The run to which a fork belongs. */
  public record Origin(String run, String commit, String plan) {}

  /**
   * The time of a fork in seconds, the same for each of its cells.
   *
   * @param warmUp the part of {@code all} until all its cells were warm
   */
  public record ForkTime(double all, double warmUp) {}

  /** JMH's account of a fork, with the names of its JSON. Times in seconds. */
  public record JmhFacts(
      String jmhVersion,
      String benchmark,
      String mode,
      int threads,
      List<String> jvmArgs,
      String jdkVersion,
      String vmName,
      String vmVersion,
      int warmupIterations,
      double warmupSeconds,
      int measurementIterations,
      double measurementSeconds,
      String scoreUnit) {

    /** Flags that the harness gives to each fork, and the place of temporary files. */
    private static final List<String> USUAL =
        List.of(
            "--enable-native-access=",
            "--sun-misc-unsafe-memory-access=",
            "-Dhandshakecost.",
            "-Dio.netty.machineId=",
            "-Djava.io.tmpdir=");

    /** The flags that a user gave, directly or by an environment variable. */
    List<String> changedFlags() {
      return jvmArgs.stream().filter(flag -> USUAL.stream().noneMatch(flag::startsWith)).toList();
    }
  }

  /**
   * Names the JVM, which made one record for each of its cells.
   *
   * @param cells what they share
   */
  public record Jvm(int round, String startedAt, String cells) {}

  public Jvm jvm() {
    // New JVMs are so short that two may start in one second.
    return new Jvm(
        round,
        startedAt,
        cell.cold() ? cell.with(AxisNames.NTH, "any").label() : cell.param(AxisNames.CLIENT));
  }

  /** The same as a fork of this run. */
  public ForkRecord of(@Nullable Origin run) {
    return new ForkRecord(schema, run, round, cell, startedAt, took, jmh, measurement);
  }

  /** The same with another record of its link. */
  public ForkRecord with(LinkRecord link) {
    return new ForkRecord(
        schema, origin, round, cell, startedAt, took, jmh, measurement.with(link));
  }

  /** Mean time of an operation over the measured iterations, in microseconds. */
  public double mean() {
    return mean(IterationRecord::mean);
  }

  /**
   * Mean of a time over all operations. Iterations are weighted by their operations: if the machine
   * pauses, an iteration has few operations, and each seems to take many times as long.
   *
   * @param time of an operation, in an iteration
   */
  public double mean(ToDoubleFunction<IterationRecord> time) {
    double total = 0;
    long operations = 0;
    for (final IterationRecord iteration : measurement.iterations()) {
      total += time.applyAsDouble(iteration) * iteration.operations();
      operations += iteration.operations();
    }
    return total / operations;
  }

  /** All counts of the measured iterations. */
  public Counts counts() {
    return measurement.iterations().stream()
        .map(IterationRecord::counts)
        .reduce(Counts.NONE, Counts::plus);
  }
}
