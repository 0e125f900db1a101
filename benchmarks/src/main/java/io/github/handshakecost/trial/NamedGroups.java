package io.github.handshakecost.trial;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.fixture.NamedGroup;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The groups of the key exchange that this JVM's clients offer (RFC 8446 section 4.2.7). */
final class NamedGroups {
  /** The JDK reads it when it loads its TLS code (JDK 17, sun.security.ssl.NamedGroup). */
  private static final String PROPERTY = "jdk.tls.namedGroups";

  private NamedGroups() {}

  /**
   * Lets the clients offer this group alone. Call it before this JVM makes a TLS context.
   *
   * @throws UsageException if this JDK does not have the group
   */
  static void offer(NamedGroup group) {
    if (group == NamedGroup.DEFAULT) {
      return;
    }
    final String name = group.name().toLowerCase(Locale.ROOT);
    System.setProperty(PROPERTY, name);
    if (group == NamedGroup.X25519MLKEM768 && !isKnown(name)) {
      System.clearProperty(PROPERTY);
      throw new UsageException(
          "group=%s is not in the TLS of JDK %s; measure with a JDK that has it (-jvm PATH), or use group=x25519"
              .formatted(name, Runtime.version()));
    }
  }

  /** By {@code SSLParameters.getNamedGroups}, which came with JDK 20. */
  private static boolean isKnown(String name) {
    try {
      final SSLParameters supported = SSLContext.getDefault().getSupportedSSLParameters();
      final Object groups = SSLParameters.class.getMethod("getNamedGroups").invoke(supported);
      return groups instanceof String[] names
          && Arrays.stream(names).anyMatch(name::equalsIgnoreCase);
    } catch (GeneralSecurityException | ReflectiveOperationException e) {
      return false;
    }
  }
}
