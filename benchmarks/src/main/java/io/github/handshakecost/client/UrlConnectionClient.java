package io.github.handshakecost.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@link HttpURLConnection}. It verifies chain and host name. The JDK keeps connections by their
 * socket factory, so one factory for each client makes a pool of its own; over plain HTTP there is
 * none. It sends a GET again if a kept connection breaks, and no API switches that off: the proof
 * counts such a request.
 */
final class UrlConnectionClient implements Client {
  private static final int FIRST_ERROR = 400;

  private final Target target;
  private final SSLSocketFactory sockets;
  private @Nullable HttpURLConnection last;

  UrlConnectionClient(Target target, ClientTls tls, ClientOptions unused, PhaseClock unusedToo) {
    this.target = target;
    sockets = new OneVersion(tls.context().getSocketFactory(), target.tls().protocol());
  }

  @Override
  public Response get(String path) throws IOException {
    final HttpURLConnection request =
        (HttpURLConnection) target.base().resolve(path).toURL().openConnection();
    if (request instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(sockets);
    }
    request.setInstanceFollowRedirects(false);
    request.setRequestProperty("Authorization", target.authorization());
    request.setRequestProperty("User-Agent", Target.USER_AGENT);
    last = request;
    final int status = request.getResponseCode();
    // Read to its end, but not closed: closing would make disconnect() forget the connection.
    final InputStream body =
        status < FIRST_ERROR ? request.getInputStream() : request.getErrorStream();
    return new Response(status, body == null ? new byte[0] : body.readAllBytes());
  }

  /** Closes the kept connection by the request that last used it. */
  @Override
  public void closeConnections() {
    final HttpURLConnection open = last;
    if (open != null) {
      last = null;
      open.disconnect();
    }
  }

  @Override
  public void close() {
    closeConnections();
  }

  /** Offers one TLS version. The JDK passes a connected socket to it. */
  private static final class OneVersion extends SSLSocketFactory {
    private final SSLSocketFactory all;
    private final String[] version;

    OneVersion(SSLSocketFactory all, String version) {
      this.all = all;
      this.version = new String[] {version};
    }

    private Socket pinned(Socket socket) {
      ((SSLSocket) socket).setEnabledProtocols(version);
      return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return all.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return all.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
      return pinned(all.createSocket());
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
        throws IOException {
      return pinned(all.createSocket(connected, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return pinned(all.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return pinned(all.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return pinned(all.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return pinned(all.createSocket(host, port, local, localPort));
    }
  }
}
