package io.github.handshakecost.client;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;

/**
 * What a client brings to its handshakes.
 *
 * @param library that makes them
 * @param protocol the one version to offer, as the JDK names it ({@code TLSv1.3})
 * @param anchors certificates to trust, in PEM
 * @param trust the bundle that is loaded beside them
 * @param keys of the client's certificate; none if the server asks for none
 * @param http2 whether to offer HTTP/2 by ALPN (RFC 7301)
 */
public record TlsConfig(
    TlsLibrary library,
    String protocol,
    String anchors,
    Trust trust,
    List<KeyManager> keys,
    boolean http2) {

  public TlsConfig {
    keys = List.copyOf(keys);
  }

  /** A client that trusts these anchors alone and has no certificate. */
  static TlsConfig of(String protocol, String anchors) {
    return new TlsConfig(TlsLibrary.JDK, protocol, anchors, Trust.ONE, List.of(), false);
  }

  /** The trust anchors that each new context loads. */
  public enum Trust {
    /** The server's authority alone. */
    ONE("one"),
    /** The JDK's bundle too, read from its file. */
    BUNDLE("bundle");

    private static final Path CACERTS =
        Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");

    private final String label;

    Trust(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** A new key store, to which other anchors can be added. */
    KeyStore anchors() throws GeneralSecurityException, IOException {
      if (this == BUNDLE) {
        return KeyStore.getInstance(CACERTS.toFile(), (char[]) null);
      }
      final KeyStore empty = KeyStore.getInstance(KeyStore.getDefaultType());
      empty.load(null, null);
      return empty;
    }
  }
}
