package io.github.handshakecost.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.handshakecost.model.AxisNames;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mean time under one policy over mean time under another, all other axes equal.
 *
 * @param baseline policy below the line
 * @param candidate policy above the line
 * @param where the other axes and their values
 * @param ci95 by paired bootstrap over rounds; absent with fewer than {@link Interval#LEAST_ROUNDS}
 * @param rounds in which both were measured; no other round counts
 */
public record Ratio(
    String benchmark,
    String baseline,
    String candidate,
    Map<String, String> where,
    double ratio,
    @Nullable Interval ci95,
    int rounds) {

  /** The round-trip time at which it holds. */
  public String rtt() {
    return Objects.requireNonNull(where.get(AxisNames.RTT), "a ratio at no distance");
  }

  /** Whether the candidate is slower or faster than the baseline. */
  public enum Direction {
    @JsonProperty("slower")
    SLOWER,
    @JsonProperty("faster")
    FASTER
  }

  /** The direction, where the interval excludes 1; null where it does not, or there is none. */
  @JsonProperty
  public @Nullable Direction direction() {
    if (ci95 == null || ci95.contains(1)) {
      return null;
    }
    return ci95.low() > 1 ? Direction.SLOWER : Direction.FASTER;
  }

  /** Whether the interval allows that there is no difference. */
  public boolean mayBeNone() {
    return ci95 != null && ci95.contains(1);
  }
}
