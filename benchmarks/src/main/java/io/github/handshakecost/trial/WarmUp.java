package io.github.handshakecost.trial;

import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.result.WarmUpCurve;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Repeats what will be measured until its cost has settled: first on all cores, by a user on each
 * but one, which the server needs; this compiles the code, then by the measured user alone, with
 * its threads in their places, where branches and batches fall out differently and part of the code
 * is compiled anew.
 */
final class WarmUp {
  private static final Duration WINDOW = Duration.ofMillis(100);
  private static final double SHARE_ON_ALL_CORES = 0.6;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final LongSupplier serverCpuNanos;
  private final long begin = System.nanoTime();
  private final int requestsPerOperation;
  private final long mostNanos;

  /**
   * @param requestsPerOperation of what is measured
   * @param most after which warming ends, settled or not
   * @param serverCpuNanos CPU time of the server's threads so far
   */
  WarmUp(int requestsPerOperation, Duration most, LongSupplier serverCpuNanos) {
    this.requestsPerOperation = requestsPerOperation;
    mostNanos = most.toNanos();
    this.serverCpuNanos = serverCpuNanos;
  }

  /**
   * Warms the code, on all cores.
   *
   * @param users makes one for each core but the server's
   * @throws BrokenPremiseException if a request fails
   */
  CostCurve onAllCores(Supplier<User> users) {
    final int cores = Runtime.getRuntime().availableProcessors();
    final WarmUpCrew crew = new WarmUpCrew(Math.max(1, cores - 1), users);
    final CostCurve curve = new CostCurve(cpuNanos(crew.cpuNanos()));
    final long end = begin + Math.round(mostNanos * SHARE_ON_ALL_CORES);
    do {
      pause(WINDOW);
      curve.endWindow(cpuNanos(crew.cpuNanos()), crew.operations());
    } while (!crew.broken() && goesOn(curve, curve.operations(), end));
    crew.dismiss();
    return curve;
  }

  /**
   * Lets the code settle in its place, on the calling thread.
   *
   * @param onAllCores what went before
   * @throws BrokenPremiseException if a request fails
   */
  WarmUpCurve inPlace(User user, CostCurve onAllCores) {
    final CostCurve curve = new CostCurve(cpuNanos(ThreadUsage.now().cpuNanos()));
    long operations = 0;
    do {
      final long windowEnd = System.nanoTime() + WINDOW.toNanos();
      do {
        user.perform();
        operations++;
      } while (System.nanoTime() < windowEnd);
      curve.endWindow(cpuNanos(ThreadUsage.now().cpuNanos()), operations);
    } while (goesOn(curve, onAllCores.operations() + operations, begin + mostNanos));
    final long all = onAllCores.operations() + operations;
    return new WarmUpCurve(
        WINDOW.toMillis() / MILLIS_PER_SECOND,
        onAllCores.micros(),
        curve.micros(),
        all * requestsPerOperation,
        settled(curve, all));
  }

  private boolean goesOn(CostCurve curve, long operations, long end) {
    return System.nanoTime() < end && !settled(curve, operations);
  }

  private boolean settled(CostCurve curve, long operations) {
    return Settling.settled(curve.micros(), operations * requestsPerOperation);
  }

  private long cpuNanos(long clientCpuNanos) {
    return clientCpuNanos + serverCpuNanos.getAsLong();
  }

  private static void pause(Duration time) {
    final long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
