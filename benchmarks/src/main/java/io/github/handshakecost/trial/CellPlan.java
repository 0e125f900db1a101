package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Requester.Wiring;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload.Operation;
import java.util.List;
import java.util.function.Function;

/**
 * How one cell is measured.
 *
 * @param requesters makes the requester that sends the cell's requests
 */
record CellPlan(
    Cell cell,
    Settings settings,
    Operation operation,
    Function<Wiring, Requester> requesters,
    ExpectedCounts expected) {

  /** Throws {@link UsageException} if the cell makes no sense. */
  static CellPlan of(Cell cell) {
    final Settings settings = Settings.of(cell.params());
    settings
        .validationError()
        .ifPresent(
            sentence -> {
              throw new UsageException(sentence);
            });
    return new CellPlan(
        cell,
        settings,
        Workload.of(cell.benchmark()).operation(settings),
        wiring -> Requester.of(settings.policy(), wiring),
        settings.policy().expectedCounts(settings.protocol().secure()));
  }

  String label() {
    return cell.label();
  }

  /** Equal for cells that run the same code: everything but the distance. */
  Object kind() {
    return List.of(settings.policy(), settings.protocol(), settings.client(), operation);
  }
}
