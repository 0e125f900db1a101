package io.github.handshakecost.trial;

import io.github.handshakecost.client.PhaseClock;
import io.github.handshakecost.proof.Evidence;
import io.github.handshakecost.result.IterationRecord;
import io.github.handshakecost.result.LinkRecord;
import io.github.handshakecost.result.PhaseTimes;
import io.github.handshakecost.result.WarmUpCurve;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One cell of a trial: its user while its distance is measured, and what its iterations were. */
final class CellTrial {
  private static final double NANOS_PER_MICRO = 1e3;

  private final Subject subject;
  private final boolean delayed;
  private final List<IterationRecord> iterations = new ArrayList<>();
  private final Histogram operations = PhaseClock.histogram();
  private final WarmUpCurve warmUp;
  private Map<String, String> facts = Map.of();
  private @Nullable User user;
  private @Nullable LinkRecord link;
  private @Nullable String broken;

  /**
   * @param delayed whether the server holds back its answers, if it is told to at all
   */
  CellTrial(Subject subject, boolean delayed, WarmUpCurve warmUp) {
    this.subject = subject;
    this.delayed = delayed;
    this.warmUp = warmUp;
  }

  Subject subject() {
    return subject;
  }

  boolean delayed() {
    return delayed;
  }

  Duration rtt() {
    return subject.settings().rtt().time();
  }

  WarmUpCurve warmUp() {
    return warmUp;
  }

  List<IterationRecord> iterations() {
    return iterations;
  }

  Histogram operations() {
    return operations;
  }

  @Nullable LinkRecord link() {
    return link;
  }

  void link(LinkRecord measured) {
    link = measured;
  }

  @Nullable String broken() {
    return broken;
  }

  /** The connections that its user keeps open between operations. */
  int keptConnections() {
    return user == null ? 0 : subject.promise().keptConnections();
  }

  /** The user, who first opens what the policy keeps. */
  User user(TestBed bed) {
    if (user == null) {
      user = bed.user(subject);
      user.perform();
      // While no other cell has made a handshake since.
      facts = Fixtures.facts(bed.fixture().facts(), subject.settings());
    }
    return user;
  }

  /** What really ran, by name. */
  Map<String, String> facts() {
    return facts;
  }

  void record(PhaseClock clock, ThreadUsage usage, Evidence evidence) {
    final long count = clock.operations().getTotalCount();
    final double mean = clock.operations().getMean() / NANOS_PER_MICRO;
    iterations.add(
        new IterationRecord(
            mean,
            count,
            evidence.counts(),
            PhaseTimes.closing(mean, phase -> clock.nanos(phase) / NANOS_PER_MICRO / count),
            usage.cpuNanos() / NANOS_PER_MICRO,
            evidence.ledger().cpuNanos() / NANOS_PER_MICRO,
            usage.allocatedBytes(),
            evidence.kernel() == null ? null : evidence.kernel().segments()));
    operations.add(clock.operations());
  }

  /** Takes the cell out of the trial: nothing of it counts any more. */
  void withdraw(String sentence) {
    broken = sentence;
    try {
      closeUser();
    } catch (IOException | RuntimeException alsoBroken) {
      // The first cause is the one to look for.
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
