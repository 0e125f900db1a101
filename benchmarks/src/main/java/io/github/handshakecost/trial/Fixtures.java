package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.ServerFacts;
import io.github.handshakecost.fixture.link.Link;
import io.github.handshakecost.result.Warning;
import io.github.handshakecost.stats.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings as the fixture takes them, and the fixture's facts as results name them. */
final class Fixtures {
  /** Known to be absent, as under plain HTTP. */
  private static final String NONE = "none";

  private static final double NANOS_PER_MICRO = 1e3;

  private Fixtures() {}

  static FixtureConfig config(Settings settings, Link link) {
    return FixtureConfig.defaults()
        .withAddresses(link.serverAddresses())
        .withKey(settings.key().type())
        .withTlsProvider(settings.serverTls().provider())
        .withTransport(settings.transport().transport());
  }

  /** A delay on purpose must never be taken for a cost. */
  static List<Warning> warnings(FixtureConfig config) {
    return config.delay().isNone()
        ? List.of()
        : List.of(
            new Warning(
                "the server held back each response by %s and each first flight of a handshake by %s on purpose"
                    .formatted(
                        micros(config.delay().exchange()), micros(config.delay().handshake())),
                "a test of the harness: quote none of its figures"));
  }

  private static String micros(Duration delay) {
    return Figures.three(delay.toNanos() / NANOS_PER_MICRO) + " µs";
  }

  static Map<String, String> facts(ServerFacts server, Settings settings) {
    final Map<String, String> facts = new TreeMap<>();
    if (settings.protocol().secure()) {
      facts.put("tls.protocol", server.tlsProtocol());
      facts.put("tls.cipher", server.cipher());
      facts.put("tls.group", server.group());
      facts.put("server.tls", server.tlsProvider());
    } else {
      List.of("tls.protocol", "tls.cipher", "tls.group", "server.tls")
          .forEach(fact -> facts.put(fact, NONE));
    }
    facts.put("server.transport", server.transport());
    facts.put("placement", settings.placement().label());
    facts.put("jdk", Runtime.version().toString());
    facts.put("vm", System.getProperty("java.vm.name"));
    return facts;
  }
}
