package io.github.handshakecost.trial;

import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.result.WarmUpCurve;
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
 * Repeats what will be measured until its cost has settled. The arms of a group take turns, as they
 * do while they are measured, so that the JIT compiler sees the same mixture.
 *
 * <p>First all cores work, a user on each but one, which the server needs, until each arm has made
 * enough requests and the compiler has less to do. Arms that have made enough rest while another
 * has not: a fast arm has in its first second. Then one user goes on alone, with its threads in
 * their places, until each arm costs the same as before: branches and batches fall out differently
 * there, and part of the code is compiled once more.
 */
final class WarmUp {
  private static final Duration WINDOW = Duration.ofMillis(50);
  private static final double MILLIS_PER_SECOND = 1e3;

  private final Function<Subject, User> users;
  private final LongSupplier serverCpuNanos;
  private final long end;
  private final Map<WarmUpArm, String> broken = new LinkedHashMap<>();
  private final List<WarmUpArm> arms;

  /**
   * @param subjects one for each arm
   * @param users makes a user on loopback
   * @param most after which warming ends, settled or not
   * @param serverCpuNanos CPU time of the server's threads so far
   */
  WarmUp(
      List<Subject> subjects,
      Function<Subject, User> users,
      Duration most,
      LongSupplier serverCpuNanos) {
    arms = new ArrayList<>(subjects.stream().map(WarmUpArm::new).toList());
    this.users = users;
    this.serverCpuNanos = serverCpuNanos;
    end = System.nanoTime() + most.toNanos();
  }

  /** Warms the code, on all cores. An arm whose request fails is left out from then on. */
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
    final Compilation compilation = new Compilation();
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
        pause(WINDOW);
        final long used = crew.cpuNanos() + serverCpuNanos.getAsLong() - cpu;
        if (!crew.isBroken()) {
          arms.get(arm).onAllCores().add(used, crew.operations() - operations);
        }
      }
    } while (!crew.isBroken()
        && System.nanoTime() < end
        && (compilation.share() > Settling.BUSY_COMPILER || cold));
  }

  /** Lets the code settle in its place, on the calling thread. */
  void inPlace() throws IOException {
    final Map<WarmUpArm, User> mine = new LinkedHashMap<>();
    arms.forEach(arm -> mine.put(arm, users.apply(arm.subject())));
    try {
      final Compilation compilation = new Compilation();
      boolean settled;
      do {
        for (final WarmUpArm arm : List.copyOf(arms)) {
          try {
            window(arm, Objects.requireNonNull(mine.get(arm)));
          } catch (BrokenPremiseException e) {
            remove(arm, e);
          }
        }
        settled = compilation.share() < Settling.QUIET_COMPILER && !arms.isEmpty() && haveSettled();
      } while (!settled && System.nanoTime() < end && !arms.isEmpty());
    } finally {
      for (final User user : mine.values()) {
        user.close();
      }
    }
  }

  private boolean haveSettled() {
    final List<Double> means = geometricMeans();
    boolean all = true;
    for (final WarmUpArm arm : arms) {
      all &= arm.settles(arms, means);
    }
    return all;
  }

  /** Of all arms, window by window; every arm has one in each turn. */
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
    final long windowEnd = System.nanoTime() + WINDOW.toNanos();
    long operations = 0;
    do {
      user.perform();
      operations++;
    } while (System.nanoTime() < windowEnd);
    arm.inPlace().add(ThreadUsage.now().cpuNanos() + serverCpuNanos.getAsLong() - cpu, operations);
  }

  private void remove(WarmUpArm arm, BrokenPremiseException cause) {
    arms.remove(arm);
    broken.put(arm, String.valueOf(cause.getMessage()));
  }

  /** How each arm warmed up, by its kind. */
  Map<Object, WarmUpCurve> curves() {
    final Map<Object, WarmUpCurve> curves = new LinkedHashMap<>();
    final double seconds = WINDOW.toMillis() / MILLIS_PER_SECOND;
    arms.forEach(arm -> curves.put(WarmUpArm.kind(arm.subject()), arm.curve(seconds)));
    broken.keySet().forEach(arm -> curves.put(WarmUpArm.kind(arm.subject()), arm.curve(seconds)));
    return curves;
  }

  /** How premises broke, by the kind of the arm. */
  Map<Object, String> broken() {
    final Map<Object, String> sentences = new LinkedHashMap<>();
    broken.forEach((arm, sentence) -> sentences.put(WarmUpArm.kind(arm.subject()), sentence));
    return sentences;
  }

  private static void pause(Duration time) {
    final long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
