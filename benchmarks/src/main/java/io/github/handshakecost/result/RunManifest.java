package io.github.handshakecost.result;

import io.github.handshakecost.result.ForkRecord.Origin;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a run, and how it ended; {@code run.json}. It is written when the run starts and
 * again when it ends, so that a directory shows whether it is whole.
 *
 * @param id unique to this run; its forks bear it. Absent in runs that were measured before forks
 *     did
 * @param plan its name, or {@code custom}
 * @param cells planned cells, in the order of the report
 * @param seed for the order of cells and the bootstrap
 * @param precision the target for headline ratios and costs: the distance from an estimate to the
 *     farther end of its 95 % confidence interval, as a share of the estimate
 * @param timeBudgetSeconds after which no further round begins
 * @param commit of the code that ran, or {@code unknown}
 * @param dirty whether that code had uncommitted changes
 * @param startedAt UTC, ISO 8601
 * @param endedAt the same; absent if the run goes on, or was measured before runs had an id
 * @param warnings about the machine
 * @param sentence why it failed, or why it stopped
 * @param jmhArguments JMH's own options that the user gave, with paths and unknown values masked
 * @param forks how many fork files it had at its end, without withdrawn ones; absent before
 */
public record RunManifest(
    String schema,
    @Nullable String id,
    String plan,
    List<Cell> cells,
    long seed,
    double precision,
    double timeBudgetSeconds,
    String commit,
    boolean dirty,
    String startedAt,
    @Nullable String endedAt,
    List<Warning> warnings,
    End end,
    @Nullable String sentence,
    Effort effort,
    List<String> jmhArguments,
    @Nullable Integer forks) {

  public static final String SCHEMA = "handshake-cost/run/2";

  /** The sentence of a run that its user interrupted. */
  public static final String BY_USER =
      "interrupted before it was complete; what had finished is kept";

  /** How a run ended; {@link #RUNNING} in a saved file means that it was killed. */
  public enum End {
    RUNNING,
    COMPLETE,
    INTERRUPTED,
    FAILED
  }

  /** By which a fork says that it belongs to this run; absent if the run has no id. */
  public @Nullable Origin origin() {
    return id == null ? null : new Origin(id, commit, plan);
  }

  /** This manifest with its end. */
  public RunManifest ended(End how, @Nullable String why) {
    return with(cells, warnings, how, why, endedAt, forks);
  }

  /**
   * This manifest with its last moment.
   *
   * @param when UTC, ISO 8601
   * @param finished the number of finished forks
   */
  public RunManifest closed(String when, @Nullable Integer finished) {
    return with(cells, warnings, end, sentence, when, finished);
  }

  /** This manifest with fewer cells, and the reason. */
  public RunManifest narrowed(List<Cell> fewer, Warning why) {
    return with(fewer, joined(List.of(why)), end, sentence, endedAt, forks);
  }

  /** This manifest of a run that goes on, with more warnings. */
  public RunManifest resumed(List<Warning> more) {
    return with(cells, joined(more), End.RUNNING, null, null, null);
  }

  private List<Warning> joined(List<Warning> more) {
    return Stream.concat(warnings.stream(), more.stream()).distinct().toList();
  }

  private RunManifest with(
      List<Cell> planned,
      List<Warning> known,
      End how,
      @Nullable String why,
      @Nullable String when,
      @Nullable Integer finished) {
    return new RunManifest(
        schema,
        id,
        plan,
        planned,
        seed,
        precision,
        timeBudgetSeconds,
        commit,
        dirty,
        startedAt,
        when,
        known,
        how,
        why,
        effort,
        jmhArguments,
        finished);
  }
}
