package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.NamedGroup;
import java.util.Locale;

/** The groups of the key exchange that this JVM's clients offer (RFC 8446 section 4.2.7). */
final class NamedGroups {
  /**
   * Read when TLS code loads (JDK 17, sun.security.ssl.NamedGroup), and by Conscrypt for each
   * socket (2.9, NativeSsl).
   */
  private static final String PROPERTY = "jdk.tls.namedGroups";

  private NamedGroups() {}

  /** Lets the clients offer this group alone. Call it before this JVM makes a TLS context. */
  static void offer(NamedGroup group) {
    if (group != NamedGroup.DEFAULT) {
      System.setProperty(PROPERTY, registered(group));
    }
  }

  /**
   * As IANA's registry spells it, which matters to Conscrypt: it ignores names it does not know.
   */
  private static String registered(NamedGroup group) {
    return group == NamedGroup.X25519MLKEM768
        ? group.name()
        : group.name().toLowerCase(Locale.ROOT);
  }
}
