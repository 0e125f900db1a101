package io.github.handshakecost.client;

import static java.util.concurrent.TimeUnit.MINUTES;

import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.TlsVersion;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp 5, with calls on the calling thread. Its defaults verify chain and host name. There is one
 * address at a time, so no fallback races it on other threads; a thread for all clients of a JVM
 * watches idle connections, and ends a minute after the last one.
 */
final class OkHttpAdapter implements Client {
  /** OkHttp's own. */
  private static final int IDLE_MINUTES = 5;

  private final OkHttpClient client;
  private final Target target;
  private final HeaderPlace headers;

  OkHttpAdapter(Target target, ClientTls tls, ClientOptions options, PhaseClock clock) {
    this.target = target;
    headers = options.headers();
    final OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dns(host -> List.of(target.addresses().next()))
            .socketFactory(new PromptSockets())
            .sslSocketFactory(tls.context().getSocketFactory(), tls.trust())
            .connectionSpecs(
                List.of(target.secure() ? only(target.tls().protocol()) : ConnectionSpec.CLEARTEXT))
            .protocols(
                target.tls().http2()
                    ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                    : List.of(Protocol.HTTP_1_1))
            .fastFallback(false)
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(target.connections(), IDLE_MINUTES, MINUTES))
            .followRedirects(false)
            .eventListener(new TimedEvents(clock));
    if (headers == HeaderPlace.ON_CLIENT) {
      builder.addInterceptor(
          chain -> chain.proceed(withHeaders(chain.request().newBuilder()).build()));
    }
    client = builder.build();
  }

  private static ConnectionSpec only(String protocol) {
    return new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
        .tlsVersions(TlsVersion.forJavaName(protocol))
        .allEnabledCipherSuites()
        .build();
  }

  /** With the header that switches compression off. */
  private Request.Builder withHeaders(Request.Builder request) {
    return request
        .header("Authorization", target.authorization())
        .header("User-Agent", Target.USER_AGENT)
        .header("Accept-Encoding", "identity");
  }

  @Override
  public Response get(String path) throws IOException {
    final Request.Builder request = new Request.Builder().url(target.base() + path);
    if (headers == HeaderPlace.ON_REQUEST) {
      withHeaders(request);
    }
    try (okhttp3.Response response = client.newCall(request.build()).execute()) {
      return new Response(response.code(), response.body().bytes());
    }
  }

  @Override
  public void closeConnections() {
    client.connectionPool().evictAll();
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    closeConnections();
  }

  /**
   * Makes sockets that send at once. OkHttp leaves Nagle's algorithm on: the first request of a TLS
   * 1.3 connection then waits 40 ms for a delayed acknowledgement (RFC 9293 section 3.7.4).
   */
  private static final class PromptSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      final Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw connected();
    }

    private static UnsupportedOperationException connected() {
      return new UnsupportedOperationException("OkHttp connects its sockets itself");
    }
  }

  private static final class TimedEvents extends EventListener {
    private final PhaseClock clock;

    TimedEvents(PhaseClock clock) {
      this.clock = clock;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
      clock.lap(Phase.EXCHANGE);
    }

    @Override
    public void secureConnectStart(Call call) {
      clock.lap(Phase.TCP);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
      clock.lap(Phase.TLS);
    }

    /** After connect and handshake together. */
    @Override
    public void connectEnd(
        Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
      clock.lap(call.request().isHttps() ? Phase.EXCHANGE : Phase.TCP);
    }
  }
}
