package io.github.handshakecost.client;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server on loopback with a self-signed certificate for a given name. */
final class NamedServer implements AutoCloseable {
  private static final byte[] RESPONSE =
      "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final X509Bundle certificate;
  private final SSLServerSocket listener;
  private final CompletableFuture<Void> served;

  private NamedServer(X509Bundle certificate, SSLServerSocket listener) {
    this.certificate = certificate;
    this.listener = listener;
    served =
        CompletableFuture.runAsync(this::serve, task -> new Thread(task, "named-server").start());
  }

  static NamedServer start(String name) throws Exception {
    final X509Bundle certificate =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=" + name)
            .addSanDnsName(name)
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    final SSLContext context = SSLContext.getInstance("TLS");
    context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
    return new NamedServer(
        certificate,
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByName("localhost")));
  }

  Target target() {
    return new Target(
        URI.create("https://localhost:" + listener.getLocalPort()),
        Servers.LOOPBACK,
        "TLSv1.3",
        certificate.getCertificatePEM(),
        "token");
  }

  /** Answers one request. */
  private void serve() {
    try (SSLSocket socket = (SSLSocket) listener.accept()) {
      if (socket.getInputStream().read() >= 0) {
        socket.getOutputStream().write(RESPONSE);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException refused) {
      // The client's exception is what a test looks at.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    served.orTimeout(5, TimeUnit.SECONDS).join();
  }
}
