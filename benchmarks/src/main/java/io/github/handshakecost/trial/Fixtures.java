package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.ServerFacts;
import io.github.handshakecost.fixture.link.Link;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings as the fixture takes them, and the fixture's facts as results name them. */
final class Fixtures {
  /** Known to be absent, as under plain HTTP. */
  private static final String NONE = "none";

  private Fixtures() {}

  static FixtureConfig config(Settings settings, Link link) {
    return FixtureConfig.defaults()
        .withAddresses(link.serverAddresses())
        .withKey(settings.key().type())
        .withTlsProvider(settings.serverTls().provider())
        .withTransport(settings.transport().transport());
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
