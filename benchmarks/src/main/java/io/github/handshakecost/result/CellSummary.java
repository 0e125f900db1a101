package io.github.handshakecost.result;

import io.github.handshakecost.model.Phase.PhaseTimes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one cell. Times in microseconds, of one operation.
 *
 * @param rounds with a fork of this cell
 * @param requests measured, in all forks
 * @param operations measured, in all forks; as many as requests if an operation is one request
 * @param mean mean over the rounds of the fork's mean
 * @param ci95 of the mean, by bootstrap over rounds; absent with fewer than {@link
 *     Interval#LEAST_ROUNDS}
 * @param p50 mean over the forks of the fork's median; likewise {@code p95} and {@code p99}
 * @param phases mean over the forks; they sum to the mean
 * @param resumptionShare of the handshakes that may be resumed, mean over the rounds; absent for a
 *     policy that resumes none, and where no handshake was made
 * @param resumptionShareCi95 of the same, by bootstrap over rounds
 * @param liveClient median over the forks; absent if none was weighed
 * @param flags {@code unsettled}, {@code drifted}, {@code outlier}, {@code starved} or {@code
 *     stalled} if a fork is; every figure includes such forks
 */
public record CellSummary(
    String benchmark,
    Map<String, String> params,
    int rounds,
    long requests,
    long operations,
    double mean,
    @Nullable Interval ci95,
    double p50,
    @Nullable Interval p50Ci95,
    double p95,
    @Nullable Interval p95Ci95,
    double p99,
    @Nullable Interval p99Ci95,
    PerRequest perRequest,
    PhaseTimes phases,
    @Nullable Double resumptionShare,
    @Nullable Interval resumptionShareCi95,
    @Nullable LiveClient liveClient,
    List<String> flags) {

  private static final double MICROS_PER_SECOND = 1e6;

  public CellSummary {
    flags = List.copyOf(flags);
  }

  public Cell cell() {
    return new Cell(benchmark, params);
  }

  public String policy() {
    return cell().policy();
  }

  /** As in {@link Cell#policyLabel()}. */
  public String policyLabel() {
    return cell().policyLabel();
  }

  /** Operations of all users per second, each of whom waits for its response. */
  public double throughput() {
    return MICROS_PER_SECOND * cell().users() / mean;
  }

  /** How closely the mean is known, as a share of it; infinite without an interval. */
  public double relativeHalfWidth() {
    return ci95 == null ? Double.POSITIVE_INFINITY : ci95.relativeHalfWidth(mean);
  }
}
