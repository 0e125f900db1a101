package io.github.handshakecost.run;

import static io.github.handshakecost.client.ClientKind.HTTPCLIENT5;
import static io.github.handshakecost.client.ClientKind.RAW_SOCKET;
import static io.github.handshakecost.model.Policy.LIMITED;
import static io.github.handshakecost.model.Policy.NEW_CLIENT;
import static io.github.handshakecost.model.Policy.NEW_CLIENT_SHARED_CONTEXT;
import static io.github.handshakecost.model.Policy.NEW_CONNECTION_FULL;
import static io.github.handshakecost.model.Policy.NEW_CONNECTION_RESUMED;
import static io.github.handshakecost.model.Policy.POOLED;
import static io.github.handshakecost.model.Protocol.HTTP;
import static io.github.handshakecost.model.Protocol.TLS_1_2;
import static io.github.handshakecost.model.Protocol.TLS_1_3;
import static io.github.handshakecost.trial.Workload.REQUEST;
import static io.github.handshakecost.trial.Workload.YEARLY_RECORDS;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.trial.Workload;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named plans. */
public enum Plans {
  /** The headline in two minutes on a quiet machine. A slow machine gets its three rounds too. */
  QUICK(
      "quick",
      "the main policies over TLS 1.3 on loopback",
      Plans::secureLadder,
      new Effort(ofMinutes(2), 16, ofMillis(50), 3, 4, ofMinutes(6), 0.15)),
  /** All policies in a quarter of an hour. */
  STANDARD(
      "default",
      "all policies on loopback; TLS 1.3 and a loop of 11 requests also at 20 ms; a raw socket",
      Plans::allPolicies,
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 20, ofSeconds(870), 0.05)),
  /** The cost of a connection by client, in a quarter of an hour. */
  CLIENTS(
      "clients",
      "every client over TLS 1.3 on loopback: pooled, new clients, new clients with one TLS context",
      Plans::everyClient,
      new Effort(ofMinutes(3), 24, ofMillis(100), 4, 8, ofSeconds(870), 0.05)),
  FULL(
      "full",
      "every axis, one at a time",
      Plans::everyAxis,
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 20, ofHours(3), 0.05));

  /** Every policy that needs no other axis. */
  private static final Policy[] RUNGS =
      Stream.of(Policy.values()).filter(policy -> policy != LIMITED).toArray(Policy[]::new);

  private final String label;
  private final String description;
  private final Supplier<List<Cell>> cells;
  private final Effort effort;

  Plans(String label, String description, Supplier<List<Cell>> cells, Effort effort) {
    this.label = label;
    this.description = description;
    this.cells = cells;
    this.effort = effort;
  }

  /** Throws {@link UsageException} if there is no plan of this name. */
  public static Plans named(String label) {
    return Arrays.stream(values())
        .filter(plan -> plan.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no plan %s; plans: %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Plans::label)
                                .collect(Collectors.joining(", ")))));
  }

  public String label() {
    return label;
  }

  public String description() {
    return description;
  }

  public Plan plan() {
    return new Plan(label, cells.get(), effort, Plan.STANDARD_SEED);
  }

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
    Axes.all().forEach(axis -> params.put(axis.name(), axis.standard()));
    return new Cell(workload.label(), params);
  }

  private static List<Cell> secureLadder() {
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
  private static List<Cell> allPolicies() {
    return concat(
        secureLadder(),
        ladder(REQUEST, HTTPCLIENT5, TLS_1_3, NEW_CLIENT_SHARED_CONTEXT),
        plainLadder(),
        atDistance(secureLadder()),
        atDistance(ladder(YEARLY_RECORDS, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CLIENT)),
        ladder(REQUEST, RAW_SOCKET, TLS_1_3, POOLED));
  }

  /** The raw socket is the floor; each of its cells has a JVM of its own. */
  private static List<Cell> everyClient() {
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

  /** Each axis varied alone, on the policies that it affects. */
  private static List<Cell> everyAxis() {
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
        varied(ends, Axes.KEY.name(), "rsa-2048"),
        varied(ends, Axes.SERVER_TLS.name(), "jdk"),
        varied(ends, Axes.TRANSPORT.name(), "nio"),
        varied(ends, Axes.PLACEMENT.name(), "free"));
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
