package io.github.handshakecost.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** A client's {@link SSLContext}, with its trust anchors and its session cache. */
public final class ClientTls {
  private final TlsLibrary library;
  private final SSLContext context;
  private final X509TrustManager trust;

  private ClientTls(TlsLibrary library, SSLContext context, X509TrustManager trust) {
    this.library = library;
    this.context = context;
    this.trust = trust;
  }

  /**
   * Loads trust anchors into a new context, that of a target among them.
   *
   * @param validations counts the certificate chains that are checked
   */
  public static ClientTls load(Target target, LongAdder validations) {
    try {
      final TlsConfig config = target.tls();
      final KeyStore anchors = config.trust().anchors();
      int index = 0;
      for (final Certificate anchor :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(config.anchors().getBytes(StandardCharsets.US_ASCII)))) {
        anchors.setCertificateEntry("anchor-" + index++, anchor);
      }
      final TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(anchors);
      final X509TrustManager trust = new CountingTrustManager(only(factory), validations);
      final SSLContext context = config.library().newContext(config.protocol());
      context.init(config.keys().toArray(KeyManager[]::new), new TrustManager[] {trust}, null);
      return new ClientTls(config.library(), context, trust);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("cannot load the trust anchors of " + target, e);
    }
  }

  private static X509ExtendedTrustManager only(TrustManagerFactory factory) {
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  public SSLContext context() {
    return context;
  }

  /** The context's trust manager, for clients that ask for both. */
  X509TrustManager trust() {
    return trust;
  }

  /** Makes the next handshake a full one. */
  public void forgetSessions() {
    library.forget(context.getClientSessionContext());
  }

  /** Counts the chains that the JDK's trust manager checks: one in each full handshake. */
  private static final class CountingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager checking;
    private final LongAdder validations;

    CountingTrustManager(X509ExtendedTrustManager checking, LongAdder validations) {
      this.checking = checking;
      this.validations = validations;
    }

    /** Conscrypt's word for "any" (TLS 1.3) is not one of the JDK's, which says UNKNOWN. */
    private static String known(String authType) {
      return authType.equals("GENERIC") ? "UNKNOWN" : authType;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      validations.increment();
      checking.checkServerTrusted(chain, known(authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      validations.increment();
      checking.checkServerTrusted(chain, known(authType), socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      validations.increment();
      checking.checkServerTrusted(chain, known(authType), engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      checking.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
        throws CertificateException {
      checking.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
        throws CertificateException {
      checking.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return checking.getAcceptedIssuers();
    }
  }
}
