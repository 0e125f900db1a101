package io.github.handshakecost.client;

import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 by hand over {@link Socket} and {@link SSLSocket}, with one write per request. No client
 * on the JDK's sockets can do less. The JDK verifies chain and host name (RFC 2818 section 3.1).
 */
final class RawSocketClient implements Client {
  private final Target target;
  private final ClientTls tls;
  private final PhaseClock clock;
  private final String headers;
  private @Nullable Connection connection;

  RawSocketClient(Target target, ClientTls tls, ClientOptions options, PhaseClock clock) {
    this.target = target;
    this.tls = tls;
    this.clock = clock;
    headers = options.headers() == HeaderPlace.ON_CLIENT ? encode(target) : "";
  }

  private static String encode(Target target) {
    return " HTTP/1.1\r\nHost: "
        + target.base().getAuthority()
        + "\r\nUser-Agent: "
        + Target.USER_AGENT
        + "\r\nAuthorization: "
        + target.authorization()
        + "\r\n\r\n";
  }

  @Override
  public Response get(String path) throws IOException {
    Connection current = connection;
    if (current == null) {
      current = connect();
      connection = current;
    }
    final String head = "GET " + path + (headers.isEmpty() ? encode(target) : headers);
    current.socket().getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return current.reader().read();
  }

  private Connection connect() throws IOException {
    clock.lap(Phase.EXCHANGE);
    final Socket plain = new Socket();
    plain.setTcpNoDelay(true);
    plain.connect(new InetSocketAddress(target.addresses().next(), target.base().getPort()));
    clock.lap(Phase.TCP);
    if (!target.secure()) {
      return new Connection(plain, plain, new ResponseReader(plain.getInputStream()));
    }
    final SSLSocket secure = handshake(plain);
    clock.lap(Phase.TLS);
    return new Connection(plain, secure, new ResponseReader(secure.getInputStream()));
  }

  private SSLSocket handshake(Socket plain) throws IOException {
    final SSLSocket secure =
        (SSLSocket)
            tls.context()
                .getSocketFactory()
                .createSocket(plain, target.base().getHost(), target.base().getPort(), true);
    final SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {target.tls().protocol()});
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  @Override
  public void closeConnections() throws IOException {
    final Connection open = connection;
    if (open != null) {
      connection = null;
      open.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeConnections();
  }

  /**
   * @param plain the TCP socket
   * @param socket the one for requests; the same without TLS
   */
  private record Connection(Socket plain, Socket socket, ResponseReader reader) {

    void close() throws IOException {
      try (plain) {
        if (socket instanceof SSLSocket secure) {
          secure.shutdownOutput();
        }
      }
    }
  }
}
