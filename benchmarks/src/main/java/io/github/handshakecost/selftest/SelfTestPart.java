package io.github.handshakecost.selftest;

import static io.github.handshakecost.client.ClientKind.HTTPCLIENT5;
import static io.github.handshakecost.client.ClientKind.RAW_SOCKET;
import static io.github.handshakecost.model.Policy.NEW_CLIENT;
import static io.github.handshakecost.model.Policy.NEW_CONNECTION_FULL;
import static io.github.handshakecost.model.Policy.POOLED;
import static io.github.handshakecost.model.Protocol.HTTP;
import static io.github.handshakecost.model.Protocol.TLS_1_3;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.SelfTest;
import io.github.handshakecost.run.PlanCells;
import io.github.handshakecost.trial.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of a self-test: its cells, and how long they are measured. */
public enum SelfTestPart {
  /** The cheapest cell twice, and with a delay of a tenth of its exchange. */
  PAIRS(
      cells(RAW_SOCKET, HTTP, POOLED),
      new Effort(ofSeconds(20), 16, ofMillis(50), 6, 12, ofSeconds(630), SelfTest.PRECISION)),
  /** A delay in the handshake, which has to appear in that phase. */
  EFFECTS(
      cells(HTTPCLIENT5, TLS_1_3, NEW_CONNECTION_FULL),
      new Effort(ofSeconds(30), 10, ofMillis(250), 4, 6, ofSeconds(170), SelfTest.PRECISION)),
  /** The cheapest and the dearest policy, with and without TLS, of two clients. */
  SHARING(
      Stream.of(HTTPCLIENT5, RAW_SOCKET)
          .flatMap(
              client ->
                  Stream.of(HTTP, TLS_1_3)
                      .flatMap(protocol -> cells(client, protocol, POOLED, NEW_CLIENT).stream()))
          .toList(),
      new Effort(ofMinutes(3), 30, ofMillis(100), 5, 40, ofMinutes(40), SelfTest.PRECISION));

  /** The default: pairs and effects, at most 15 minutes on 2 cores. */
  public static final String STANDARD = "standard";

  private static final String ALL = "all";

  private final List<Cell> cells;
  private final Effort effort;

  SelfTestPart(List<Cell> cells, Effort effort) {
    this.cells = cells;
    this.effort = effort;
  }

  /**
   * The parts with a name.
   *
   * @throws UsageException if there is no such part
   */
  public static List<SelfTestPart> named(String name) {
    if (name.equals(STANDARD)) {
      return List.of(PAIRS, EFFECTS);
    }
    if (name.equals(ALL)) {
      return List.of(values());
    }
    return List.of(
        Arrays.stream(values())
            .filter(part -> part.label().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "a self-test has no part %s; parts: pairs, effects, sharing, all"
                            .formatted(name))));
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public List<Cell> cells() {
    return cells;
  }

  public Effort effort() {
    return effort;
  }

  private static List<Cell> cells(ClientKind client, Protocol protocol, Policy... policies) {
    return PlanCells.ladder(Workload.REQUEST, client, protocol, policies);
  }
}
