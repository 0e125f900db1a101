package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.ServerFacts;
import io.github.handshakecost.fixture.TlsProvider;
import io.github.handshakecost.fixture.Transport;
import io.github.handshakecost.fixture.link.Calibration;
import io.github.handshakecost.fixture.link.DelayLine;
import io.github.handshakecost.fixture.link.Link;
import io.github.handshakecost.fixture.link.LinkTraffic;
import io.github.handshakecost.fixture.link.PrivateNetwork;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.Warning;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a trial, and the links to them. A trial starts on loopback; the delay line starts
 * with it, because a process that a pinned thread starts is pinned too.
 */
final class TestBed implements AutoCloseable {
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
  private static final double NANOS_PER_MICRO = 1e3;
  private static final String NO_TLS = "none";
  private static final double P95 = 0.95;
  private static final double MEDIAN = 0.5;
  private static final long CALIBRATION_NANOS = 500_000_000;
  private static final long LEAST_TIMES = 9;
  private static final long MOST_TIMES = 50;

  private final Link loopback = Link.open(Duration.ZERO, null);
  private final Link line;
  private final Servers servers;
  private final List<Warning> warnings;
  private Link link = loopback;
  private Duration shortened = Duration.ZERO;

  /**
   * @param settings of all cells; the line is made for the farthest
   * @throws io.github.handshakecost.fixture.link.LinkUnavailableException if there is no such link
   */
  TestBed(List<Settings> settings, TrialOptions options) {
    options.harness().ifPresent(Harness::endWith);
    line = Link.open(farthest(settings), options.pcap().orElse(null));
    try {
      servers = new Servers(settings, line.serverAddresses(), options.tamper());
      warnings =
          settings.stream()
              .flatMap(cell -> fallbacks(cell, servers.of(cell).facts()).stream())
              .distinct()
              .toList();
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }

  private static Duration farthest(List<Settings> settings) {
    return settings.stream()
        .map(cell -> cell.get(Axes.RTT).time())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  Servers servers() {
    return servers;
  }

  /** The software that ran, and where; of TLS what the server's latest handshake negotiated. */
  Map<String, String> facts(Settings client) {
    final ServerFacts server = servers.of(client).facts();
    final boolean secure = client.secure();
    final Map<String, String> facts = new TreeMap<>();
    facts.put("tls.protocol", secure ? server.tlsProtocol() : NO_TLS);
    facts.put("tls.cipher", secure ? server.cipher() : NO_TLS);
    facts.put("tls.group", secure ? server.group() : NO_TLS);
    facts.put("server.tls", secure ? server.tlsProvider() : NO_TLS);
    facts.put("server.transport", server.transport());
    facts.put("placement", client.get(Axes.PLACEMENT).label());
    facts.put("jdk", Runtime.version().toString());
    facts.put("vm", System.getProperty("java.vm.name"));
    servers.injected(client).ifPresent(words -> facts.put(ForkMeasurement.INJECTED, words));
    return facts;
  }

  List<Warning> warnings() {
    return warnings;
  }

  /** Warns if the server does not run on the software that it would choose first. */
  static List<Warning> fallbacks(Settings asked, ServerFacts facts) {
    final List<Warning> warnings = new ArrayList<>();
    if (asked.get(Axes.SERVER_TLS) == TlsProvider.AUTO && facts.tlsProvider().startsWith("JDK")) {
      warnings.add(fallback("the server's TLS is the JDK's, because BoringSSL"));
    }
    if (LINUX && asked.get(Axes.TRANSPORT) == Transport.AUTO && facts.transport().equals("nio")) {
      warnings.add(fallback("the server waits for its sockets by NIO, because epoll"));
    }
    return warnings;
  }

  private static Warning fallback(String cause) {
    return new Warning(
        cause + " does not load",
        "name a temporary folder from which libraries can be executed with java -Djava.io.tmpdir=DIR");
  }

  static String micros(Duration delay) {
    return String.format(Locale.ROOT, "%,.1f µs", delay.toNanos() / NANOS_PER_MICRO);
  }

  private boolean isDistant() {
    return !link.rtt().isZero();
  }

  /** A user at the client's end of the link. */
  User user(CellPlan plan) {
    final HttpsFixture server = servers.of(plan.settings());
    return new User(plan, server, addresses(server));
  }

  /** A server's addresses at the client's end of the link. */
  List<InetAddress> addresses(HttpsFixture server) {
    return link.clientAddresses(server.addresses());
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
      servers.close();
    } finally {
      line.close();
    }
  }
}
