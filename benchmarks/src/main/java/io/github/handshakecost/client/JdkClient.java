package io.github.handshakecost.client;

import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLParameters;

/**
 * The JDK's {@link HttpClient}. It verifies chain and host name, has no cookies and follows no
 * redirects unless told to. It sends a GET again if a kept connection breaks, and no API switches
 * that off: the proof counts such a request.
 */
final class JdkClient implements Client {
  private final HttpClient client;
  private final Target target;
  private final HeaderPlace headers;
  private final HttpRequest.Builder request;

  JdkClient(Target target, ClientTls tls, ClientOptions options, PhaseClock unused) {
    this.target = target;
    headers = options.headers();
    final SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {target.tls().protocol()});
    client =
        HttpClient.newBuilder()
            .version(target.tls().http2() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .sslContext(tls.context())
            .sslParameters(parameters)
            .build();
    request = HttpRequest.newBuilder();
    if (headers == HeaderPlace.ON_CLIENT) {
      addHeaders(request);
    }
  }

  private void addHeaders(HttpRequest.Builder builder) {
    builder.header("Authorization", target.authorization()).header("User-Agent", Target.USER_AGENT);
  }

  @Override
  public Response get(String path) throws IOException {
    final HttpRequest.Builder next = request.copy().uri(target.base().resolve(path));
    if (headers == HeaderPlace.ON_REQUEST) {
      addHeaders(next);
    }
    try {
      final HttpResponse<byte[]> response = client.send(next.build(), BodyHandlers.ofByteArray());
      return new Response(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a response");
    }
  }

  /** Does nothing: java.net.http has no call for this, and no policy that needs one is allowed. */
  @Override
  public void closeConnections() {}

  /** Waits for the end of its threads. The method exists from JDK 21 on. */
  @Override
  public void close() throws IOException {
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IOException("cannot close the JDK's client", e);
      }
    }
  }
}
