package io.github.handshakecost.run;

import static io.github.handshakecost.client.ClientKind.HTTPCLIENT5;
import static io.github.handshakecost.client.ClientKind.OKHTTP;
import static io.github.handshakecost.client.ClientKind.RAW_SOCKET;
import static io.github.handshakecost.model.Policy.EXPIRED;
import static io.github.handshakecost.model.Policy.LIMITED;
import static io.github.handshakecost.model.Policy.NEW_CLIENT;
import static io.github.handshakecost.model.Policy.NEW_CLIENT_SHARED_CONTEXT;
import static io.github.handshakecost.model.Policy.NEW_CONNECTION_FULL;
import static io.github.handshakecost.model.Policy.NEW_CONNECTION_RESUMED;
import static io.github.handshakecost.model.Policy.POOLED;
import static io.github.handshakecost.model.Protocol.HTTP;
import static io.github.handshakecost.model.Protocol.HTTP_2;
import static io.github.handshakecost.model.Protocol.TLS_1_2;
import static io.github.handshakecost.model.Protocol.TLS_1_3;
import static io.github.handshakecost.trial.Workload.REQUEST;
import static io.github.handshakecost.trial.Workload.YEARLY_RECORDS;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.TlsLibrary;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cells of the named plans, in the order of the report. */
public final class PlanCells {
  /** Every policy that needs no other axis. */
  private static final Policy[] RUNGS =
      Stream.of(Policy.values())
          .filter(policy -> policy != LIMITED && policy != EXPIRED)
          .toArray(Policy[]::new);

  private PlanCells() {}

  /** Cells that differ only in their policy, with the standard value on every other axis. */
  public static List<Cell> ladder(
      Workload workload, ClientKind client, Protocol protocol, Policy... policies) {
    return Arrays.stream(policies)
        .map(
            policy ->
                standardCell(workload)
                    .with(Axes.CLIENT.name(), client.label())
                    .with(Axes.PROTOCOL.name(), protocol.label())
                    .with(Axes.POLICY.name(), policy.label()))
        .toList();
  }

  /** The cell with the standard value on every axis. */
  static Cell standardCell(Workload workload) {
    final Map<String, String> params = new LinkedHashMap<>();
    Axes.ofEveryCell().forEach(axis -> params.put(axis.name(), axis.standard()));
    return new Cell(workload.label(), params);
  }

  static List<Cell> secureLadder() {
    return ladder(
        REQUEST,
        HTTPCLIENT5,
        TLS_1_3,
        POOLED,
        NEW_CONNECTION_RESUMED,
        NEW_CONNECTION_FULL,
        NEW_CLIENT);
  }

  private static List<Cell> plainLadder() {
    return ladder(REQUEST, HTTPCLIENT5, HTTP, POOLED, NEW_CONNECTION_FULL);
  }

  /** The headline's group is the first; the raw socket is the last, so that it is dropped first. */
  static List<Cell> allPolicies() {
    return concat(
        secureLadder(),
        ladder(REQUEST, HTTPCLIENT5, TLS_1_3, NEW_CLIENT_SHARED_CONTEXT),
        plainLadder(),
        atDistance(secureLadder()),
        atDistance(ladder(YEARLY_RECORDS, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CLIENT)),
        ladder(REQUEST, RAW_SOCKET, TLS_1_3, POOLED));
  }

  /** The raw socket is the floor; each of its cells has a JVM of its own. */
  static List<Cell> everyClient() {
    return concat(
        secureLadder(),
        Stream.of(ClientKind.values())
            .filter(client -> client != RAW_SOCKET)
            .flatMap(
                client ->
                    ladder(REQUEST, client, TLS_1_3, POOLED, NEW_CLIENT_SHARED_CONTEXT, NEW_CLIENT)
                        .stream())
            .toList(),
        ladder(REQUEST, RAW_SOCKET, TLS_1_3, POOLED));
  }

  /** As far as a service in the same or a neighbouring country. */
  private static List<Cell> atDistance(List<Cell> cells) {
    return varied(cells, Axes.RTT.name(), "20ms");
  }

  /** Every key with a full and a resumed handshake; every other axis of TLS where it matters. */
  static List<Cell> certificates() {
    final List<Cell> handshakes =
        ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CONNECTION_RESUMED, NEW_CONNECTION_FULL);
    final List<Cell> ends = ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CONNECTION_FULL);
    final List<Cell> clients = ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CLIENT);
    return concat(
        secureLadder(),
        varied(handshakes, Axes.KEY.name(), "ec-p384", "rsa-2048", "rsa-4096"),
        varied(ends, AxisNames.CHAIN, "intermediate"),
        varied(handshakes, AxisNames.CLIENT_AUTH, "required"),
        varied(clients, AxisNames.TRUST, "bundle"),
        varied(ends, AxisNames.GROUP, "secp256r1"));
  }

  /** The connection survives the pause, or the server closes it and the client recovers. */
  static List<Cell> pauses() {
    final List<Cell> checked =
        varied(ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED), AxisNames.RECOVERY, "check");
    final List<Cell> expired = ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, EXPIRED, NEW_CLIENT);
    return concat(
        secureLadder(),
        checked,
        varied(varied(expired, AxisNames.IDLE, "250ms"), AxisNames.RECOVERY, "retry", "check"));
  }

  /**
   * Requests per connection, then sizes of the body, both from where the handshake dominates. A
   * body of 1 MB comes in bursts that the delay line does not carry in time.
   */
  static List<Cell> amortisation() {
    final List<Cell> ends = ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CONNECTION_FULL);
    final List<Cell> limited = ladder(REQUEST, HTTPCLIENT5, TLS_1_3, LIMITED);
    final List<Cell> bodies = varied(ends, Axes.BODY.name(), "16384", "131072");
    return concat(
        secureLadder(),
        varied(limited, AxisNames.REQUESTS_PER_CONNECTION, "2", "5", "10", "20", "50"),
        bodies,
        varied(ends, Axes.BODY.name(), "1048576"),
        atDistance(ends),
        atDistance(varied(limited, AxisNames.REQUESTS_PER_CONNECTION, "2", "5", "20")),
        atDistance(bodies));
  }

  /** Each axis varied alone, on the policies that it affects. */
  static List<Cell> everyAxis() {
    final List<Cell> loops = ladder(YEARLY_RECORDS, HTTPCLIENT5, TLS_1_3, RUNGS);
    final List<Cell> ends = ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CONNECTION_FULL);
    return concat(
        allPolicies(),
        atDistance(plainLadder()),
        ladder(REQUEST, RAW_SOCKET, HTTP, POOLED),
        ladder(REQUEST, HTTPCLIENT5, TLS_1_2, RUNGS),
        ladder(REQUEST, RAW_SOCKET, TLS_1_3, RUNGS),
        ladder(REQUEST, HTTPCLIENT5, HTTP, NEW_CLIENT),
        ladder(REQUEST, RAW_SOCKET, HTTP, NEW_CONNECTION_FULL),
        loops,
        varied(loops, Axes.RTT.name(), "20ms", "80ms"),
        varied(ends, Axes.RTT.name(), "5ms", "50ms", "100ms"),
        varied(ends, Axes.BODY.name(), "0", "65536"),
        varied(ends, Axes.SERVER_TLS.name(), "jdk"),
        varied(ends, Axes.TRANSPORT.name(), "nio"),
        varied(ends, Axes.PLACEMENT.name(), "free"),
        everyClient(),
        certificates(),
        pauses(),
        amortisation(),
        users(),
        connectionOfMany(),
        varied(
            varied(ends, AxisNames.CLIENT_TLS, TlsLibrary.CONSCRYPT.label()),
            AxisNames.GROUP,
            "x25519",
            "x25519mlkem768"),
        varied(ends, AxisNames.SERVER_NAGLE, "on"));
  }

  static List<Cell> firstRequests() {
    final List<Cell> free =
        varied(
            ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CLIENT),
            Axes.PLACEMENT.name(),
            Placement.FREE.label());
    final String[] numbers = {"1", "2", "5", "10", "100", "1000"};
    return varied(varied(free, Axes.NTH.name(), numbers), Axes.CDS.name(), "on", "off").stream()
        .filter(cell -> Settings.of(cell.params()).validationError().isEmpty())
        .toList();
  }

  /** Several threads on one core would only queue, so the scheduler places them. */
  static List<Cell> users() {
    final List<Cell> free =
        varied(
            ladder(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CLIENT_SHARED_CONTEXT),
            Axes.PLACEMENT.name(),
            AxisNames.FREE);
    return concat(
        varied(free, Axes.USERS.name(), "1", "4", "16", "64"),
        varied(varied(free.subList(0, 1), Axes.USERS.name(), "16"), Axes.POOL.name(), "1", "5"));
  }

  /** A connection for each user, or one of HTTP/2 for all. */
  private static List<Cell> connectionOfMany() {
    final List<Cell> pooled =
        concat(ladder(REQUEST, OKHTTP, TLS_1_3, POOLED), ladder(REQUEST, OKHTTP, HTTP_2, POOLED));
    return varied(
        varied(pooled, Axes.PLACEMENT.name(), AxisNames.FREE), Axes.USERS.name(), "1", "16");
  }

  private static List<Cell> varied(List<Cell> cells, String axis, String... values) {
    return Stream.of(values)
        .flatMap(value -> cells.stream().map(cell -> cell.with(axis, value)))
        .toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  private static List<Cell> concat(List<Cell>... parts) {
    return Stream.of(parts).flatMap(List::stream).distinct().toList();
  }
}
