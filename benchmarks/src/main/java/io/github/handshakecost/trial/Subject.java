package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Wiring;
import io.github.handshakecost.proof.Promise;
import io.github.handshakecost.result.Cell;
import java.util.function.Function;

/**
 * What one cell of a trial is about.
 *
 * @param origin the cell itself
 * @param requesters makes what issues the requests
 * @param promise what the ledger must show of them
 */
record Subject(
    Cell origin,
    Settings settings,
    Operation operation,
    Function<Wiring, Requester> requesters,
    Promise promise) {

  /**
   * @throws UsageException if the cell makes no sense
   */
  static Subject of(Cell cell) {
    final Settings settings = Settings.of(cell.params());
    settings
        .nonsense()
        .ifPresent(
            sentence -> {
              throw new UsageException(sentence);
            });
    return new Subject(
        cell,
        settings,
        Workload.of(cell.benchmark()).operation(settings),
        settings.policy()::requester,
        settings.policy().promise(settings.protocol()));
  }

  /** Its label, for messages. */
  String cell() {
    return origin.label();
  }
}
