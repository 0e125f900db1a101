package io.github.handshakecost.run;

import static io.github.handshakecost.axis.Policy.NEW_CONNECTION_FULL;
import static io.github.handshakecost.axis.Policy.POOLED;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import io.github.handshakecost.axis.ClientKind;
import io.github.handshakecost.axis.Protocol;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;

/** What the harness measures of itself. */
public final class SelfTestPlans {
  /** The name in saved runs; such a run is a part, and cannot be continued by itself. */
  public static final String NAME = "self-test";

  /** How often the same cell is measured twice. */
  public static final int PAIRS = 20;

  /** As few as a run may have. */
  public static final int ROUNDS_PER_PAIR = 3;

  /** How many pairs may differ by chance. */
  public static final int MOST_FLAGGED = 1;

  /** What is injected into the exchange, as a share of it. */
  public static final double EXCHANGE_SHARE = 0.1;

  /** What is injected into a handshake. */
  public static final Duration HANDSHAKE_DELAY = ofMillis(5);

  private static final int EFFECT_ROUNDS = 5;
  private static final Duration HANDSHAKE_WARM_UP = ofSeconds(6);
  private static final Duration UNUSED = Duration.ofDays(1);
  private static final double PRECISION = 0.05;

  private SelfTestPlans() {}

  /** The cheapest cell, in many short rounds. */
  public static Plan sameCell(long seed) {
    return new Plan(
        NAME,
        Ladder.of(Workload.REQUEST, ClientKind.RAW_SOCKET, Protocol.HTTP, POOLED),
        new Effort(ofMillis(1_300), 0, 3, ofMillis(80), 1, 1, UNUSED, PRECISION)
            .withRounds(PAIRS * ROUNDS_PER_PAIR),
        seed);
  }

  /**
   * The two cells in which the delays show. A tenth of an exchange is found only where forks of it
   * have settled.
   */
  public static Plan effects(long seed) {
    return new Plan(
        NAME,
        Ladder.of(
            Workload.REQUEST,
            ClientKind.HTTPCLIENT5,
            Protocol.TLS_1_3,
            POOLED,
            NEW_CONNECTION_FULL),
        new Effort(ofSeconds(14), 2, 5, ofMillis(250), 1, 1, UNUSED, PRECISION)
            .withRounds(EFFECT_ROUNDS),
        seed);
  }

  /** Five milliseconds are found in a handshake that has not settled, too. */
  public static Effort handshakeEffort(Plan effects) {
    return effects.effort().withWarmUp(HANDSHAKE_WARM_UP);
  }

  /** The cell that shows a delay in the exchange. */
  public static Cell exchangeCell() {
    return effects(Plan.STANDARD_SEED).cells().get(0);
  }

  /** The cell that shows a delay in the handshake. */
  public static Cell handshakeCell() {
    return effects(Plan.STANDARD_SEED).cells().get(1);
  }
}
