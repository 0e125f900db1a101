package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.trial.SteadyStateDetector.JitActivity;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Repeats the operations that will be measured until their cost is steady. The arms of a group take
 * turns, as they do while they are measured, so that the JIT compiler sees the same mixture.
 *
 * <p>First all cores work, a user on each but one, which the server needs, until each arm has made
 * enough requests and the compiler has less to do. Until then, arms with enough requests skip their
 * turns. Then one user goes on alone, with its threads in their places, until each arm is steady:
 * branches and batches differ there, and the compiler compiles part of the code again.
 */
final class WarmUp {
  static final Duration WINDOW = Duration.ofMillis(50);

  private static final long LEAST_NANOS = 1_000_000;

  private final Map<Object, WarmUpArm> byKind = new LinkedHashMap<>();
  private final List<WarmUpArm> arms;
  private final Function<CellPlan, User> users;
  private final LongSupplier serverCpuNanos;
  private final long end;

  /**
   * @param users makes a user on loopback
   * @param most after which warming ends, steady or not
   * @param serverCpuNanos CPU time of the server's threads so far
   */
  WarmUp(
      List<CellPlan> plans,
      Function<CellPlan, User> users,
      Duration most,
      LongSupplier serverCpuNanos) {
    plans.forEach(plan -> byKind.computeIfAbsent(plan.kind(), kind -> new WarmUpArm(plan)));
    arms = new ArrayList<>(byKind.values());
    this.users = users;
    this.serverCpuNanos = serverCpuNanos;
    end = System.nanoTime() + most.toNanos();
  }

  /**
   * Warms up the code of a trial, and places its threads.
   *
   * <p>Pooled requests join the warm-up of every cell, because they run the code of the exchange a
   * hundred times as often as requests with a handshake. So a cell reaches the same steady state
   * whether or not a pooled cell is in its group.
   *
   * @param plans of one placement
   */
  static WarmUp of(List<CellPlan> plans, TestBed bed, Duration most) throws IOException {
    final List<CellPlan> all = new ArrayList<>(plans.stream().map(CellPlan::forWarmUp).toList());
    plans.forEach(plan -> all.add(CellPlan.of(plan.cell().pooled()).forWarmUp()));
    final Servers servers = bed.servers();
    final WarmUp warmUp = new WarmUp(all, bed::user, most, servers::cpuNanos);
    warmUp.onAllCores();
    Affinity.place(plans.get(0).settings().get(Axes.PLACEMENT), servers.all());
    warmUp.inPlace();
    return warmUp;
  }

  /** The arm that warmed the code of a cell. */
  WarmUpArm arm(CellPlan plan) {
    return Objects.requireNonNull(byKind.get(plan.kind()));
  }

  /** Warms the code, on all cores. An arm whose request fails takes no further turn. */
  void onAllCores() {
    boolean done = arms.isEmpty();
    while (!done) {
      final WarmUpCrew crew =
          new WarmUpCrew(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), arms, users);
      rotate(crew);
      try {
        crew.dismiss();
        done = true;
      } catch (BrokenPremiseException e) {
        final WarmUpArm blamed = crew.broken();
        if (blamed == null) {
          throw e;
        }
        remove(blamed, e);
        done = arms.isEmpty();
      }
    }
  }

  private void rotate(WarmUpCrew crew) {
    final JitActivity compiler = new JitActivity();
    boolean cold;
    do {
      cold = arms.stream().anyMatch(arm -> !arm.hasEnoughRequests(arms));
      for (int arm = 0; arm < arms.size() && !crew.isBroken(); arm++) {
        if (cold && arms.get(arm).hasEnoughRequests(arms)) {
          continue;
        }
        crew.turnTo(arm);
        final long cpu = crew.cpuNanos() + serverCpuNanos.getAsLong();
        final long operations = crew.operations();
        pause();
        final long used = crew.cpuNanos() + serverCpuNanos.getAsLong() - cpu;
        if (!crew.isBroken()) {
          arms.get(arm).onAllCores().add(used, crew.operations() - operations);
        }
      }
    } while (!crew.isBroken() && System.nanoTime() < end && (compiler.isBusy() || cold));
  }

  /** Lets the code become steady in its place, on the calling thread. */
  void inPlace() throws IOException {
    final Map<WarmUpArm, User> mine = new LinkedHashMap<>();
    arms.forEach(arm -> mine.put(arm, users.apply(arm.plan())));
    try {
      final JitActivity compiler = new JitActivity();
      boolean steady;
      do {
        for (final WarmUpArm arm : List.copyOf(arms)) {
          try {
            window(arm, Objects.requireNonNull(mine.get(arm)));
          } catch (BrokenPremiseException e) {
            remove(arm, e);
          }
        }
        steady = compiler.isQuiet() && !arms.isEmpty() && allSteady();
      } while (!steady && System.nanoTime() < end && !arms.isEmpty());
    } finally {
      for (final User user : mine.values()) {
        user.close();
      }
    }
  }

  private boolean allSteady() {
    final List<Double> means = geometricMeans();
    boolean all = true;
    for (final WarmUpArm arm : arms) {
      all &= arm.becomesSteady(arms, means);
    }
    return all;
  }

  /** Of all arms, by window; every arm has one window in each turn. */
  private List<Double> geometricMeans() {
    final List<Double> means = new ArrayList<>();
    for (int window = 0; window < arms.get(0).inPlace().micros().size(); window++) {
      double logs = 0;
      for (final WarmUpArm arm : arms) {
        logs += Math.log(arm.inPlace().micros().get(window));
      }
      means.add(Math.exp(logs / arms.size()));
    }
    return means;
  }

  private void window(WarmUpArm arm, User user) {
    final long cpu = ThreadUsage.now().cpuNanos() + serverCpuNanos.getAsLong();
    final long windowEnd = windowEnd();
    long operations = 0;
    do {
      user.perform();
      operations++;
    } while (System.nanoTime() < windowEnd);
    arm.inPlace().add(ThreadUsage.now().cpuNanos() + serverCpuNanos.getAsLong() - cpu, operations);
  }

  private void remove(WarmUpArm arm, BrokenPremiseException cause) {
    arms.remove(arm);
    arm.broken(String.valueOf(cause.getMessage()));
  }

  private void pause() {
    final long until = windowEnd();
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** No window lasts much beyond the longest time to warm up. */
  private long windowEnd() {
    final long now = System.nanoTime();
    return now + Math.min(WINDOW.toNanos(), Math.max(LEAST_NANOS, end - now));
  }
}
