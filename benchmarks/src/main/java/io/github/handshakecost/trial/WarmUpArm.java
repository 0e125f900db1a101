package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.result.WarmUpCurve;
import java.util.List;

/** One way of making requests while it warms up: cells that differ in distance alone share one. */
final class WarmUpArm {
  private final Subject subject;
  private final CostCurve onAllCores = new CostCurve();
  private final CostCurve inPlace = new CostCurve();
  private boolean settled;

  WarmUpArm(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  CostCurve onAllCores() {
    return onAllCores;
  }

  CostCurve inPlace() {
    return inPlace;
  }

  /** Requests so far. */
  long requests() {
    return (onAllCores.operations() + inPlace.operations()) * subject.operation().paths().size();
  }

  /**
   * Whether the code that it runs has been called often enough to be compiled.
   *
   * @param others all arms, some of which run the same code
   */
  boolean hasEnoughRequests(List<WarmUpArm> others) {
    return others.stream().filter(this::sharesCode).mapToLong(WarmUpArm::requests).sum()
        >= Settling.LEAST_REQUESTS;
  }

  /**
   * Whether its cost has become flat; once it has, it stays settled.
   *
   * @param others all arms, some of which run the same code
   * @param all the geometric mean of their costs, window by window
   */
  boolean settles(List<WarmUpArm> others, List<Double> all) {
    settled =
        settled
            || (hasEnoughRequests(others)
                && Settling.settled(inPlace.micros(), all, Settling.windows(others.size())));
    return settled;
  }

  /** A handshake is most of a request that makes one, and the same code under each policy. */
  private boolean sharesCode(WarmUpArm other) {
    return other == this || (shakesHands() && other.shakesHands());
  }

  private boolean shakesHands() {
    return subject.promise().newConnection() && subject.settings().protocol().secure();
  }

  WarmUpCurve curve(double windowSeconds) {
    return new WarmUpCurve(
        windowSeconds, onAllCores.micros(), inPlace.micros(), requests(), settled);
  }

  /** What cells share that run the same code: all but the distance. */
  static Object kind(Subject subject) {
    final Settings settings = subject.settings();
    return List.of(settings.policy(), settings.protocol(), settings.client(), subject.operation());
  }
}
