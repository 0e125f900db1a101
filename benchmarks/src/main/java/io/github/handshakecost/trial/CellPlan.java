package io.github.handshakecost.trial;

import com.sun.jna.Platform;
import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.client.Requester;
import io.github.handshakecost.client.Requester.Wiring;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.ExpectedCounts;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload.Operation;
import java.util.List;
import java.util.Set;
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
  /** The axes whose values run different code. */
  private static final List<Axis<?>> KIND =
      List.of(
          Axes.POLICY,
          Axes.PROTOCOL,
          Axes.CLIENT,
          Axes.KEY,
          Axes.CHAIN,
          Axes.CLIENT_AUTH,
          Axes.CLIENT_TLS,
          Axes.TRUST,
          Axes.REQUESTS_PER_CONNECTION);

  /** Throws {@link UsageException} if the cell makes no sense. */
  static CellPlan of(Cell cell) {
    final Settings settings = Settings.of(cell.params());
    settings
        .validationError()
        .or(
            () ->
                settings.get(Axes.CLIENT).missing(Runtime.version().feature(), Platform.isLinux()))
        .ifPresent(
            sentence -> {
              throw new UsageException(sentence);
            });
    return new CellPlan(
        cell,
        settings,
        Workload.of(cell.benchmark()).operation(settings),
        wiring ->
            Requester.of(
                settings.get(Axes.POLICY), settings.get(Axes.REQUESTS_PER_CONNECTION), wiring),
        cell.expectedCounts().orElseThrow());
  }

  /** The same requests without waiting, on a server that closes no connection. */
  CellPlan forWarmUp() {
    final Cell busy =
        cell.with(AxisNames.IDLE, AxisNames.NO_PAUSE)
            .with(AxisNames.RECOVERY, AxisNames.NO_RECOVERY)
            .with(AxisNames.SERVER_NAGLE, AxisNames.OFF);
    return of(
        settings.get(Axes.POLICY) == Policy.EXPIRED
            ? busy.with(AxisNames.POLICY, AxisNames.RESUMED)
            : busy);
  }

  /** The HTTP/2 streams of a request. */
  int streams() {
    return settings.get(Axes.PROTOCOL) == Protocol.HTTP_2 ? 1 : 0;
  }

  Set<ClientTrait> traits() {
    return settings.get(Axes.CLIENT_TLS).traitsOf(settings.get(Axes.CLIENT));
  }

  /** Whether its user has one client with one connection, open between requests. */
  boolean keepsAClient() {
    return settings.get(Axes.POLICY) == Policy.POOLED && settings.get(Axes.USERS) == 1;
  }

  String label() {
    return cell.label();
  }

  /** Equal for cells that run the same code: everything but the distance. */
  Object kind() {
    return List.of(settings.get(KIND), operation);
  }
}
