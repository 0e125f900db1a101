package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.link.Calibration;
import io.github.handshakecost.fixture.link.DelayLine;
import io.github.handshakecost.fixture.link.Link;
import io.github.handshakecost.fixture.link.LinkTraffic;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import io.github.handshakecost.proof.KernelCounters;
import io.github.handshakecost.result.LinkRecord;
import io.github.handshakecost.result.Warning;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trial is made on: a server, and the ways to it. Everything starts on loopback; a delay
 * line is there from the beginning, since a process that a bound thread starts is bound too.
 */
final class TestBed implements AutoCloseable {
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double P95 = 0.95;
  private static final double MEDIAN = 0.5;
  private static final long CALIBRATION_NANOS = 500_000_000;
  private static final long LEAST_TIMES = 9;
  private static final long MOST_TIMES = 50;

  private final Link loopback = Link.open(Duration.ZERO, null);
  private final Link line;
  private final FixtureConfig config;
  private final HttpsFixture fixture;
  private Link link = loopback;
  private Duration shortened = Duration.ZERO;

  /**
   * @param settings of the server
   * @param farthest the longest round-trip time that will be measured; 0 where there is none but
   *     loopback
   * @throws io.github.handshakecost.fixture.link.LinkUnavailableException if there is no such way
   */
  TestBed(Settings settings, Duration farthest, TrialOptions options) {
    options.harness().ifPresent(Harness::endWith);
    line = Link.open(farthest, options.pcap().orElse(null));
    try {
      config = options.tamper().apply(Fixtures.config(settings, line));
      fixture = HttpsFixture.start(config);
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }

  HttpsFixture fixture() {
    return fixture;
  }

  /** What a reader of this trial's figures has to know of the server. */
  List<Warning> warnings() {
    return Fixtures.warnings(config);
  }

  boolean isDistant() {
    return !link.rtt().isZero();
  }

  /** A user on this side of the link. */
  User user(Subject subject) {
    return new User(subject, fixture, link.clientAddresses(fixture.addresses()));
  }

  /** Moves the users that are made from now on away from the server, or back to loopback. */
  void moveTo(Duration rtt) {
    link = rtt.isZero() ? loopback : line;
    link.stretch(rtt);
    shortened = Duration.ZERO;
  }

  /**
   * Times the link by plain sockets, on the calling thread; makes it shorter by what the median is
   * too long, and times it again. What the link carries from then on counts.
   */
  Calibration calibrate() throws IOException {
    final Calibration calibration = adjusted();
    link.countAnew();
    return calibration;
  }

  private Calibration adjusted() throws IOException {
    final long rtt = Math.max(1, link.rtt().toNanos());
    final int times = (int) Math.max(LEAST_TIMES, Math.min(MOST_TIMES, CALIBRATION_NANOS / rtt));
    final Calibration found = Calibration.of(link, times);
    if (!isDistant()) {
      return found;
    }
    final long excess = Calibration.quantile(found.connects(), MEDIAN) - link.rtt().toNanos();
    shortened = Duration.ofNanos(Math.max(0, Math.min(DelayLine.MOST_SHORTENED.toNanos(), excess)));
    link.shorten(shortened);
    return Calibration.of(link, times);
  }

  /**
   * @throws io.github.handshakecost.fixture.link.LinkUnavailableException if the link is none any
   *     more
   */
  void requireLink() {
    link.traffic();
  }

  /** What the kernel has counted so far; null where it counts others too. */
  @Nullable KernelCounters kernel() {
    return PrivateNetwork.ours() ? KernelCounters.read() : null;
  }

  /**
   * @param losses by the kernel's count, while it was measured
   */
  LinkRecord record(Calibration calibration, long losses) {
    final LinkTraffic traffic = link.traffic();
    return new LinkRecord(
        link.rtt().toNanos() / NANOS_PER_MICRO,
        micros(calibration.connects(), MEDIAN),
        micros(calibration.connects(), P95),
        micros(calibration.echoes(), MEDIAN),
        traffic.packets(),
        traffic.late(),
        traffic.worstLateNanos() / NANOS_PER_MICRO,
        traffic.refused(),
        losses,
        isDistant() ? shortened.toNanos() / NANOS_PER_MICRO : null,
        0);
  }

  private static double micros(List<Long> nanos, double share) {
    return Calibration.quantile(nanos, share) / NANOS_PER_MICRO;
  }

  @Override
  public void close() {
    try {
      fixture.close();
    } finally {
      line.close();
    }
  }
}
