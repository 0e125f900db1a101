package io.github.handshakecost.trial;

import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.fixture.link.Calibration;
import io.github.handshakecost.proof.BrokenPremiseException;
import io.github.handshakecost.proof.Evidence;
import io.github.handshakecost.proof.KernelCounters;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.IterationRecord;
import io.github.handshakecost.result.PhaseTimes;
import io.github.handshakecost.result.WarmUpCurve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One cell, measured once: a fixture, a user, and iterations each of which is proven before it
 * counts. Everything but the warm-up happens on the thread that calls.
 */
public final class Trial implements AutoCloseable {
  private static final double NANOS_PER_MICRO = 1e3;

  private final ThreadWatch threads = new ThreadWatch();
  private final List<IterationRecord> iterations = new ArrayList<>();
  private final Histogram operations = PhaseClock.histogram();
  private final Subject subject;
  private final TestBed bed;
  private final QuietServer server;
  private final WarmUpCurve warmUp;
  private final User user;
  private final Calibration calibration;
  private ThreadUsage usageBefore;
  private Ledger ledgerBefore;
  private long losses;
  private @Nullable KernelCounters kernelBefore;

  Trial(Subject subject, TrialOptions options) {
    requireAccounts(subject.cell());
    this.subject = subject;
    bed = new TestBed(subject.settings(), options);
    try {
      final HttpsFixture fixture = bed.fixture();
      server = new QuietServer(fixture, subject.cell(), QuietServer.WITHIN);
      final WarmUp warming =
          new WarmUp(
              subject.operation().paths().size(),
              options.warmUp(),
              () -> fixture.ledger().cpuNanos());
      final CostCurve onAllCores = warming.onAllCores(() -> new User(subject, fixture));
      final User warm = new User(subject, fixture);
      subject.settings().placement().place(fixture);
      warmUp = warming.inPlace(warm, onAllCores);
      fixture.beginDelays();
      user = bed.isDistant() ? away(warm) : warm;
      calibration = bed.calibrate();
      ledgerBefore = fixture.ledger();
      usageBefore = ThreadUsage.now();
    } catch (IOException e) {
      bed.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      bed.close();
      throw e;
    }
  }

  /** A fork may run in another JVM than the program that asked for it. */
  private static void requireAccounts(String cell) {
    ThreadAccounts.missing()
        .ifPresent(
            sentence -> {
              throw new BrokenPremiseException(cell + ": " + sentence);
            });
  }

  /**
   * Warm code, now at a distance: a request over a round trip that takes longer than itself warms
   * nothing up. Opens what the policy keeps.
   */
  private User away(User warm) throws IOException {
    warm.close();
    final User distant = bed.user(subject);
    distant.perform();
    return distant;
  }

  /**
   * Starts the fixture, warms up, opens what the policy keeps, and places the threads.
   *
   * @throws io.github.handshakecost.axis.UsageException if the cell makes no sense
   * @throws BrokenPremiseException if a request fails, or the JVM does not tell what threads use
   */
  public static Trial start(Cell cell, TrialOptions options) {
    return new Trial(Subject.of(cell), options);
  }

  /** Begins an iteration: from here on, both sides count anew. */
  public void beginIteration() {
    ledgerBefore = server.ledgerWithOpen(subject.promise().keptConnections());
    bed.beginIteration();
    user.forget();
    kernelBefore = bed.kernel();
    usageBefore = ThreadUsage.now();
  }

  /** Does the cell's operation once. Where the link broke, the client's error says little. */
  public Object perform() {
    try {
      return user.perform();
    } catch (BrokenPremiseException e) {
      bed.requireLink();
      throw e;
    }
  }

  /**
   * Ends an iteration and proves it.
   *
   * @param counts whether it is measured, or only warms up
   * @throws BrokenPremiseException if the ledger does not show what the policy promises
   */
  public void endIteration(boolean counts) {
    final ThreadUsage usage = ThreadUsage.now().minus(usageBefore);
    final Ledger ledger =
        server.ledgerWithOpen(subject.promise().keptConnections()).minus(ledgerBefore);
    final KernelCounters kernel = bed.kernel();
    final Evidence evidence =
        user.evidence(
            ledger, kernel == null || kernelBefore == null ? null : kernel.minus(kernelBefore));
    subject.promise().check(subject.cell(), evidence);
    losses += evidence.kernel() == null ? 0 : evidence.kernel().losses();
    if (counts) {
      iterations.add(record(usage, evidence));
      operations.add(user.clock().operations());
    }
  }

  private IterationRecord record(ThreadUsage usage, Evidence evidence) {
    final PhaseClock clock = user.clock();
    final long count = clock.operations().getTotalCount();
    final double mean = clock.operations().getMean() / NANOS_PER_MICRO;
    final PhaseTimes phases =
        PhaseTimes.closing(mean, phase -> clock.nanos(phase) / NANOS_PER_MICRO / count);
    return new IterationRecord(
        mean,
        count,
        evidence.counts(),
        phases,
        usage.cpuNanos() / NANOS_PER_MICRO,
        evidence.ledger().cpuNanos() / NANOS_PER_MICRO,
        usage.allocatedBytes(),
        evidence.kernel() == null ? null : evidence.kernel().segments());
  }

  /**
   * Ends the trial.
   *
   * @return what was measured; the iterations' means are by the clocks, without residual
   * @throws BrokenPremiseException if a thread is left behind
   */
  public ForkMeasurement finish() throws IOException {
    final ForkMeasurement measurement =
        new ForkMeasurement(
            warmUp,
            iterations,
            Latencies.of(operations),
            Fixtures.facts(bed.fixture().facts(), subject.settings()),
            bed.warnings(),
            bed.record(calibration, losses));
    close();
    threads.requireNoneLeft(subject.cell());
    return measurement;
  }

  @Override
  public void close() throws IOException {
    try {
      user.close();
    } finally {
      bed.close();
    }
  }
}
