package io.github.handshakecost.run;

import static io.github.handshakecost.axis.Policy.NEW_CONNECTION_FULL;
import static io.github.handshakecost.axis.Policy.POOLED;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import io.github.handshakecost.axis.ClientKind;
import io.github.handshakecost.axis.Policy;
import io.github.handshakecost.axis.Protocol;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;

/** What the harness measures of itself. */
public final class SelfTestPlans {
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

  private static final int PAIR_ROUNDS = PAIRS * ROUNDS_PER_PAIR;
  private static final Duration UNUSED = Duration.ofDays(1);
  private static final double PRECISION = 0.05;

  private SelfTestPlans() {}

  /** The cheapest cell, in many short rounds. */
  public static Plan sameCell(long seed) {
    return new Plan(
        RunManifest.SELF_TEST,
        Ladder.of(Workload.REQUEST, ClientKind.RAW_SOCKET, Protocol.HTTP, POOLED),
        new Effort(
            ofMillis(1_300), 0, 3, ofMillis(80), PAIR_ROUNDS, PAIR_ROUNDS, UNUSED, PRECISION),
        seed);
  }

  /**
   * The cell that shows a delay in the exchange. A tenth of one is found only by forks that have
   * settled, and by many of them: each is compiled in its own way.
   */
  public static Plan exchange(long seed) {
    return effect(
        POOLED, new Effort(ofSeconds(14), 2, 10, ofMillis(250), 20, 20, UNUSED, PRECISION), seed);
  }

  /**
   * The cell that shows a delay in the handshake. Five milliseconds are found before a handshake
   * has settled, too.
   */
  public static Plan handshake(long seed) {
    return effect(
        NEW_CONNECTION_FULL,
        new Effort(ofSeconds(6), 2, 5, ofMillis(250), 5, 5, UNUSED, PRECISION),
        seed);
  }

  private static Plan effect(Policy policy, Effort effort, long seed) {
    return new Plan(
        RunManifest.SELF_TEST,
        Ladder.of(Workload.REQUEST, ClientKind.HTTPCLIENT5, Protocol.TLS_1_3, policy),
        effort,
        seed);
  }
}
