package io.github.handshakecost.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run set out to do and how it ended; {@code run.json}. Written when the run starts and
 * again when it ends, so that a directory tells by itself whether it is whole.
 *
 * @param plan name of the plan: {@code quick}, {@code default}, {@code full} or {@code custom}
 * @param cells planned cells, in the order of the report
 * @param seed of the order of cells and of the bootstrap
 * @param precision how closely headline ratios and costs have to be known for rounds to stop: the
 *     distance to the farther end of the 95 % interval, as a share of the estimate
 * @param timeBudgetSeconds after which no further round begins
 * @param commit of the code that ran, or {@code unknown}
 * @param dirty whether that code had uncommitted changes
 * @param startedAt UTC, ISO 8601
 * @param warnings what a reader has to know of the machine, whatever the cell
 * @param end how it ended
 * @param sentence why it failed, or why it stopped where it did
 * @param effort what it may spend
 * @param jmhArguments options of JMH's own that its user gave, in a fixed order, paths and foreign
 *     values masked
 * @param forks how many records of forks it had when it ended, without withdrawn ones; absent while
 *     it has not
 */
public record RunManifest(
    String schema,
    String plan,
    List<Cell> cells,
    long seed,
    double precision,
    double timeBudgetSeconds,
    String commit,
    boolean dirty,
    String startedAt,
    List<Warning> warnings,
    End end,
    @Nullable String sentence,
    RunEffort effort,
    List<String> jmhArguments,
    @Nullable Integer forks) {

  public static final String SCHEMA = "handshake-cost/run/2";

  /** The sentence of a run that its user interrupted. */
  public static final String BY_USER =
      "interrupted before it was complete; what had finished is kept";

  public RunManifest {
    cells = List.copyOf(cells);
    warnings = List.copyOf(warnings);
    jmhArguments = List.copyOf(jmhArguments);
  }

  /** How a run ended; {@link #RUNNING} in a saved file means that it was killed. */
  public enum End {
    RUNNING,
    COMPLETE,
    INTERRUPTED,
    FAILED
  }

  /** This manifest with its end written in. */
  public RunManifest ended(End how, @Nullable String why) {
    return with(warnings, how, why, forks);
  }

  /** This manifest, saying how many forks have finished. */
  public RunManifest after(int finished) {
    return with(warnings, end, sentence, finished);
  }

  /** This manifest with fewer cells, saying why. */
  public RunManifest narrowed(List<Cell> fewer, Warning why) {
    final List<Warning> all = new ArrayList<>(warnings);
    all.add(why);
    return new RunManifest(
        schema,
        plan,
        fewer,
        seed,
        precision,
        timeBudgetSeconds,
        commit,
        dirty,
        startedAt,
        all,
        end,
        sentence,
        effort,
        jmhArguments,
        forks);
  }

  /** This manifest of a run that goes on, with more to know of it. */
  public RunManifest resumed(List<Warning> more) {
    return with(
        Stream.concat(warnings.stream(), more.stream()).distinct().toList(),
        End.RUNNING,
        null,
        null);
  }

  private RunManifest with(
      List<Warning> known, End how, @Nullable String why, @Nullable Integer finished) {
    return new RunManifest(
        schema,
        plan,
        cells,
        seed,
        precision,
        timeBudgetSeconds,
        commit,
        dirty,
        startedAt,
        known,
        how,
        why,
        effort,
        jmhArguments,
        finished);
  }
}
