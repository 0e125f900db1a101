package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.HandOver.ArmMeasurement;
import io.github.handshakecost.result.LiveClient;
import io.github.handshakecost.result.Warning;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One cell of a trial: its user while its distance is measured, and its iterations. */
final class CellTrial {
  private static final double NANOS_PER_MICRO = 1e3;

  private final CellPlan plan;
  private final boolean delayed;
  private final WarmUpArm warmUp;
  private final List<IterationRecord> iterations = new ArrayList<>();
  private final List<Double> pauses = new ArrayList<>();
  private final Histogram operations = PhaseClock.histogram();
  private Map<String, String> facts = Map.of();
  private @Nullable User user;
  private @Nullable LinkRecord link;
  private @Nullable LiveClient liveClient;
  private volatile @Nullable String broken;

  /**
   * @param delayed whether the server applies its injected delay, if it has one
   */
  CellTrial(CellPlan plan, boolean delayed, WarmUpArm warmUp) {
    this.plan = plan;
    this.delayed = delayed;
    this.warmUp = warmUp;
    broken = warmUp.broken();
  }

  CellPlan plan() {
    return plan;
  }

  boolean delayed() {
    return delayed;
  }

  Duration rtt() {
    return plan.settings().get(Axes.RTT).time();
  }

  void link(LinkRecord measured) {
    link = measured;
  }

  @Nullable String broken() {
    return broken;
  }

  /**
   * The connections that its user keeps open between operations.
   *
   * @param measured whether the cell is measured at the moment; else it has closed those that its
   *     server would close
   */
  int keptConnections(boolean measured) {
    return user == null || (plan.expected().closedByServer() && !measured)
        ? 0
        : user.keptConnections();
  }

  /** The user, who first opens the connection that the policy keeps. */
  User user(TestBed bed) {
    if (user == null) {
      user = bed.user(plan);
      user.perform();
      // Now, because the facts are those of the server's latest handshake.
      facts = bed.facts(plan.settings());
    }
    return user;
  }

  /** An iteration without the residual that JMH's score adds. */
  IterationRecord iteration(PhaseClock clock, ThreadUsage usage, int threads, Evidence evidence) {
    final Histogram times = clock.operations();
    final long count = times.getTotalCount();
    final double mean = times.getMean() / NANOS_PER_MICRO;
    final ToDoubleFunction<Phase> clocked = phase -> clock.nanos(phase) / NANOS_PER_MICRO / count;
    return new IterationRecord(
        mean,
        count,
        evidence.counts(),
        PhaseTimes.closing(
            mean,
            !plan.traits().contains(ClientTrait.UNTIMED),
            clock.laps(Phase.LEASE) == 0 ? null : clocked.applyAsDouble(Phase.LEASE),
            clocked),
        usage.cpuNanos() / NANOS_PER_MICRO,
        evidence.ledger().cpuNanos() / NANOS_PER_MICRO,
        usage.allocatedBytes(),
        evidence.kernel() == null ? null : evidence.kernel().segments(),
        threads);
  }

  /** Keeps an iteration, with the distribution of its times and all its pauses. */
  void record(IterationRecord iteration, Histogram times, long pausedNanos) {
    iterations.add(iteration);
    operations.add(times);
    if (pausedNanos > 0) {
      pauses.add(pausedNanos / NANOS_PER_MICRO / times.getTotalCount());
    }
  }

  /**
   * Weighs clients like the one that the cell keeps, if it keeps one.
   *
   * @return a warning if that fails, as what was measured before is good
   */
  Optional<Warning> weigh(TestBed bed, ClientThreads threads) {
    if (broken == null && plan.keepsAClient() && rtt().isZero()) {
      try (User another = bed.user(plan)) {
        liveClient = LiveClients.weigh(another::open, threads);
      } catch (IOException | RuntimeException e) {
        return Optional.of(
            new Warning(
                "the heap of a live client is unknown, as several could not be open at once: " + e,
                "raise the limits of open files and threads (ulimit -n, -u)"));
      }
    }
    return Optional.empty();
  }

  ArmMeasurement measurement(List<Warning> warnings) {
    final ForkMeasurement measured =
        broken != null || link == null
            ? null
            : new ForkMeasurement(
                warmUp.curve(),
                iterations,
                Latencies.of(operations),
                facts,
                warnings,
                link,
                null,
                liveClient);
    return new ArmMeasurement(plan.cell(), measured, pauses, broken);
  }

  /** Takes the cell out of the trial, for the first reason given: its measurement is discarded. */
  synchronized void withdraw(String sentence) {
    if (broken == null) {
      broken = sentence;
    }
  }

  /** Closes the user of a cell that was withdrawn, when no other thread uses it. */
  void closeWithdrawn() {
    if (broken != null) {
      try {
        closeUser();
      } catch (IOException | RuntimeException alsoBroken) {
        // The first cause is the one to report.
      }
    }
  }

  void closeUser() throws IOException {
    final User open = user;
    user = null;
    if (open != null) {
      open.close();
    }
  }
}
