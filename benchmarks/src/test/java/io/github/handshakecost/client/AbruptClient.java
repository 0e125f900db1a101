package io.github.handshakecost.client;

import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A client that counts and exchanges as it should, but closes its connections abruptly. */
public final class AbruptClient implements Client {
  private final Target target;
  private final ClientTls tls;
  private final PhaseClock clock;
  private final Ending ending;
  private @Nullable Socket open;

  private AbruptClient(Target target, ClientTls tls, PhaseClock clock, Ending ending) {
    this.target = target;
    this.tls = tls;
    this.clock = clock;
    this.ending = ending;
  }

  /** Ends a connection by RST. */
  public static Factory resetting() {
    return endingBy(
        plain -> {
          plain.setSoLinger(true, 0);
          plain.close();
        });
  }

  /** Ends a connection by FIN alone. */
  public static Factory silent() {
    return endingBy(Socket::close);
  }

  private static Factory endingBy(Ending ending) {
    return (target, tls, headers, clock) -> new AbruptClient(target, tls, clock, ending);
  }

  /** One request for each connection. */
  @Override
  public Response get(String path) throws IOException {
    final String host = target.base().getHost();
    final Socket plain = new Socket(InetAddress.getByName(host), target.base().getPort());
    open = plain;
    clock.lap(Phase.TCP);
    Socket socket = plain;
    if (target.secure()) {
      final SSLSocket secure =
          (SSLSocket)
              tls.context()
                  .getSocketFactory()
                  .createSocket(plain, host, target.base().getPort(), false);
      secure.startHandshake();
      clock.lap(Phase.TLS);
      socket = secure;
    }
    final String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: abrupt\r\nAuthorization: %s\r\n\r\n"
            .formatted(path, target.authorization());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return new ResponseReader(socket.getInputStream()).read();
  }

  @Override
  public void closeConnections() throws IOException {
    final Socket ended = open;
    if (ended != null) {
      open = null;
      ending.end(ended);
    }
  }

  @Override
  public void close() throws IOException {
    closeConnections();
  }

  private interface Ending {
    void end(Socket plain) throws IOException;
  }
}
