package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells that differ in nothing but their policy. */
public final class Ladder {
  private Ladder() {}

  /** A cell for each policy, with the standard value on every other axis. */
  public static List<Cell> of(
      Workload workload, ClientKind client, Protocol protocol, Policy... policies) {
    return Arrays.stream(policies)
        .map(
            policy ->
                standard(workload)
                    .with(Axes.CLIENT.name(), client.label())
                    .with(Axes.PROTOCOL.name(), protocol.label())
                    .with(Axes.POLICY.name(), policy.label()))
        .toList();
  }

  /** A cell with the standard value on each axis. */
  static Cell standard(Workload workload) {
    final Map<String, String> params = new LinkedHashMap<>();
    for (final Axis<?> axis : Axes.all()) {
      params.put(axis.name(), axis.standard());
    }
    return new Cell(workload.label(), params);
  }
}
