package io.github.handshakecost.trial;

import io.github.handshakecost.fixture.NamedGroup;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The groups of the key exchange that this JVM's clients offer (RFC 8446 section 4.2.7). */
final class NamedGroups {
  /**
   * Read when TLS code loads (JDK 17, sun.security.ssl.NamedGroup), and by Conscrypt for each
   * socket (2.9, NativeSsl).
   */
  private static final String PROPERTY = "jdk.tls.namedGroups";

  /** Kept, because the JVM forgets the level of a logger that nobody has. */
  private static final Logger NETTY = Logger.getLogger("io.netty.handler.ssl.OpenSsl");

  private NamedGroups() {}

  /** Lets the clients offer this group alone. Call it before this JVM makes a TLS context. */
  static void offer(NamedGroup group) {
    if (group != NamedGroup.DEFAULT) {
      // It reads the property too, and says so on standard error.
      NETTY.setLevel(Level.WARNING);
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
