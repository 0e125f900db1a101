package io.github.handshakecost.client;

import static io.github.handshakecost.client.ClientTrait.HALF_CLOSES;
import static io.github.handshakecost.client.ClientTrait.NO_CLOSE_NOTIFY;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.conscrypt.Conscrypt;

/** The library that makes a client's TLS handshakes, behind the interfaces of the JDK. */
public enum TlsLibrary {
  /** The JDK's own. */
  JDK("jdk") {
    @Override
    SSLContext newContext(String protocol) throws GeneralSecurityException {
      return SSLContext.getInstance(protocol);
    }

    /**
     * Each cached session is invalidated: shrinking the cache or switching the ticket extension off
     * leaves the last ticket of a TLS 1.3 host usable.
     */
    @Override
    void forget(SSLSessionContext sessions) {
      for (final byte[] id : Collections.list(sessions.getIds())) {
        final SSLSession session = sessions.getSession(id);
        if (session != null) {
          session.invalidate();
        }
      }
    }
  },
  /** Conscrypt, with BoringSSL. */
  CONSCRYPT("conscrypt") {
    @Override
    SSLContext newContext(String protocol) throws GeneralSecurityException {
      return SSLContext.getInstance(protocol, Conscrypt.newProvider());
    }

    /** Its sessions cannot be invalidated; but a smaller cache drops those that are too many. */
    @Override
    void forget(SSLSessionContext sessions) {
      final int size = sessions.getSessionCacheSize();
      sessions.setSessionCacheSize(0);
      sessions.setSessionCacheSize(size);
    }

    /** Its library is of C++: one for each system. */
    @Override
    public Optional<String> missing() {
      return Conscrypt.isAvailable()
          ? Optional.empty()
          : Optional.of(
              "clientTls=conscrypt has no library for %s on %s; use clientTls=jdk"
                  .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    /** A half-close is that of the TCP connection. */
    @Override
    public Set<ClientTrait> traitsOf(ClientKind client) {
      final Set<ClientTrait> all = EnumSet.copyOf(client.traits());
      if (all.contains(HALF_CLOSES)) {
        all.add(NO_CLOSE_NOTIFY);
      }
      return all;
    }
  };

  private final String label;

  TlsLibrary(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Why this machine cannot load the library, with the remedy; empty if it can. */
  public Optional<String> missing() {
    return Optional.empty();
  }

  /** How a client differs from the rule with this library. */
  public Set<ClientTrait> traitsOf(ClientKind client) {
    return client.traits();
  }

  /** A context that is not initialised. */
  abstract SSLContext newContext(String protocol) throws GeneralSecurityException;

  /** Empties a client's session cache. */
  abstract void forget(SSLSessionContext sessions);
}
