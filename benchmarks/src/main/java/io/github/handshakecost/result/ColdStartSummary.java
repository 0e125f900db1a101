package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the new JVMs of a policy started. Times in microseconds, means over rounds with their 95 %
 * intervals.
 *
 * @param params of its cells, without the number of the request
 * @param rounds with such a JVM
 * @param startUp from the start of the process to its {@code main}
 * @param firstRequest with the set-up of what the policy keeps
 * @param script the first 11 requests together
 * @param classes loaded when the last request had ended
 */
public record ColdStartSummary(
    Map<String, String> params,
    int rounds,
    double startUp,
    @Nullable Interval startUpCi95,
    double firstRequest,
    @Nullable Interval firstRequestCi95,
    double script,
    @Nullable Interval scriptCi95,
    double classes) {

  public String policy() {
    return params.getOrDefault(AxisNames.POLICY, "");
  }
}
