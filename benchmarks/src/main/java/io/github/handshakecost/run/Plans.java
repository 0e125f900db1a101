package io.github.handshakecost.run;

import static io.github.handshakecost.client.ClientKind.HTTPCLIENT5;
import static io.github.handshakecost.client.ClientKind.RAW_SOCKET;
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
import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plans that have a name. */
public enum Plans {
  /** The headline in two minutes on a quiet machine. A slow machine gets its three rounds too. */
  QUICK(
      "quick",
      "the ladder over TLS 1.3 on loopback",
      Plans::secureLadder,
      new Effort(ofMinutes(2), 16, ofMillis(50), 3, 4, ofMinutes(6), 0.15)),
  /** The whole ladder, settled, in a quarter of an hour. */
  STANDARD(
      "default",
      "the whole ladder on loopback, TLS 1.3 and a loop of 11 requests at 20 ms, a raw socket",
      Plans::wholeLadder,
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 20, ofSeconds(870), 0.05)),
  /** Every axis. */
  FULL(
      "full",
      "every axis, each by itself",
      Plans::everyAxis,
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 20, ofHours(3), 0.05));

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

  /**
   * The plan of a name.
   *
   * @throws UsageException if there is no such plan
   */
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

  /** What it measures, for a list. */
  public String description() {
    return description;
  }

  public Plan plan() {
    return new Plan(label, cells.get(), effort, Plan.STANDARD_SEED);
  }

  private static List<Cell> secureLadder() {
    return Ladder.of(
        REQUEST,
        HTTPCLIENT5,
        TLS_1_3,
        POOLED,
        NEW_CONNECTION_RESUMED,
        NEW_CONNECTION_FULL,
        NEW_CLIENT);
  }

  private static List<Cell> plainLadder() {
    return Ladder.of(REQUEST, HTTPCLIENT5, HTTP, POOLED, NEW_CONNECTION_FULL);
  }

  /** The headline's group is the first; the raw socket is a group of its own, and the last. */
  private static List<Cell> wholeLadder() {
    return concat(
        secureLadder(),
        Ladder.of(REQUEST, HTTPCLIENT5, TLS_1_3, NEW_CLIENT_SHARED_CONTEXT),
        plainLadder(),
        atDistance(secureLadder()),
        atDistance(Ladder.of(YEARLY_RECORDS, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CLIENT)),
        Ladder.of(REQUEST, RAW_SOCKET, TLS_1_3, POOLED));
  }

  /** As far as a service in the same country or the next. */
  private static List<Cell> atDistance(List<Cell> cells) {
    return turned(cells, Axes.RTT.name(), "20ms");
  }

  /** Each other axis turned by itself, on the rungs that it can move. */
  private static List<Cell> everyAxis() {
    final List<Cell> loops =
        Ladder.of(
            YEARLY_RECORDS,
            HTTPCLIENT5,
            TLS_1_3,
            POOLED,
            NEW_CONNECTION_RESUMED,
            NEW_CONNECTION_FULL,
            NEW_CLIENT,
            NEW_CLIENT_SHARED_CONTEXT);
    final List<Cell> ends = Ladder.of(REQUEST, HTTPCLIENT5, TLS_1_3, POOLED, NEW_CONNECTION_FULL);
    return concat(
        wholeLadder(),
        atDistance(plainLadder()),
        Ladder.of(REQUEST, RAW_SOCKET, HTTP, POOLED),
        Ladder.of(
            REQUEST,
            HTTPCLIENT5,
            TLS_1_2,
            POOLED,
            NEW_CONNECTION_RESUMED,
            NEW_CONNECTION_FULL,
            NEW_CLIENT,
            NEW_CLIENT_SHARED_CONTEXT),
        Ladder.of(
            REQUEST,
            RAW_SOCKET,
            TLS_1_3,
            NEW_CONNECTION_RESUMED,
            NEW_CONNECTION_FULL,
            NEW_CLIENT,
            NEW_CLIENT_SHARED_CONTEXT),
        Ladder.of(REQUEST, HTTPCLIENT5, HTTP, NEW_CLIENT),
        Ladder.of(REQUEST, RAW_SOCKET, HTTP, NEW_CONNECTION_FULL),
        loops,
        turned(loops, Axes.RTT.name(), "20ms", "80ms"),
        turned(ends, Axes.RTT.name(), "5ms", "50ms", "100ms"),
        turned(ends, Axes.BODY.name(), "0", "65536"),
        turned(ends, Axes.KEY.name(), "rsa-2048"),
        turned(ends, Axes.SERVER_TLS.name(), "jdk"),
        turned(ends, Axes.TRANSPORT.name(), "nio"),
        turned(ends, Axes.PLACEMENT.name(), Placement.FREE.label()));
  }

  private static List<Cell> turned(List<Cell> cells, String axis, String... values) {
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
