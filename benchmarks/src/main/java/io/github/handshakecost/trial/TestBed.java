package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.InjectedDelay;
import io.github.handshakecost.fixture.link.Calibration;
import io.github.handshakecost.fixture.link.DelayLine;
import io.github.handshakecost.fixture.link.Link;
import io.github.handshakecost.fixture.link.LinkTraffic;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.Warning;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The server of a trial, and the links to it. A trial starts on loopback; the delay line starts
 * with it, because a process that a pinned thread starts is pinned too.
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
   * @param farthest the longest round-trip time that will be measured; 0 for loopback only
   * @throws io.github.handshakecost.fixture.link.LinkUnavailableException if there is no such link
   */
  TestBed(Settings settings, Duration farthest, TrialOptions options) {
    options.harness().ifPresent(Harness::endWith);
    line = Link.open(farthest, options.pcap().orElse(null));
    try {
      config =
          options
              .tamper()
              .apply(
                  FixtureConfig.defaults()
                      .withAddresses(line.serverAddresses())
                      .withKey(settings.key())
                      .withTlsProvider(settings.serverTls())
                      .withTransport(settings.transport()));
      fixture = HttpsFixture.start(config);
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }

  HttpsFixture fixture() {
    return fixture;
  }

  /** Warns of an injected delay, which nobody must take for a cost. */
  List<Warning> warnings() {
    final InjectedDelay delay = config.delay();
    return delay.isNone()
        ? List.of()
        : List.of(
            new Warning(
                "the server delayed each response by %s and the first flight of each handshake by %s"
                    .formatted(micros(delay.exchange()), micros(delay.handshake())),
                "a test of the harness: quote none of its figures"));
  }

  private static String micros(Duration delay) {
    return String.format(Locale.ROOT, "%,.1f µs", delay.toNanos() / NANOS_PER_MICRO);
  }

  private boolean isDistant() {
    return !link.rtt().isZero();
  }

  /** A user at the client's end of the link. */
  User user(CellPlan plan) {
    return new User(plan, fixture, link.clientAddresses(fixture.addresses()));
  }

  /** Sets the distance of all users that are made from now on. */
  void moveTo(Duration rtt) {
    link = rtt.isZero() ? loopback : line;
    link.stretch(rtt);
    shortened = Duration.ZERO;
  }

  /**
   * Times the link by plain sockets on the calling thread, shortens it by the excess of the median
   * over the nominal time, and times it again. The link's counts start afterwards.
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

  /** Throws {@link io.github.handshakecost.fixture.link.LinkUnavailableException} if it broke. */
  void requireLink() {
    link.traffic();
  }

  /** The kernel's counts so far; null if they include other programs. */
  @Nullable KernelCounters kernel() {
    return PrivateNetwork.ours() ? KernelCounters.read() : null;
  }

  /**
   * @param losses by the kernel's count, since the calibration
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
