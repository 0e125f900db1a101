package io.github.handshakecost.client;

import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Apache HttpClient 5, classic. Its defaults verify chain and host name. The check for a stale
 * connection is off unless it is asked for: it waits a millisecond, which is neither exchange nor
 * handshake.
 */
final class ApacheClient implements Client {
  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;
  private final HttpHost host;
  private final Target target;
  private final HeaderPlace headers;

  ApacheClient(Target target, ClientTls tls, ClientOptions options, PhaseClock clock) {
    this.target = target;
    headers = options.headers();
    host = HttpHost.create(target.base());
    connections =
        timedOperators(clock)
            .setMaxConnPerRoute(target.connections())
            .setMaxConnTotal(target.connections())
            .setDnsResolver(new RingResolver(target.addresses()))
            .setTlsSocketStrategy(
                new DefaultClientTlsStrategy(
                    tls.context(),
                    new String[] {target.tls().protocol()},
                    null,
                    SSLBufferMode.STATIC,
                    null))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setValidateAfterInactivity(
                        options.recovery() == Recovery.CHECK
                            ? TimeValue.ZERO_MILLISECONDS
                            : TimeValue.NEG_ONE_MILLISECOND)
                    .build())
            .build();
    final HttpClientBuilder builder =
        HttpClientBuilder.create()
            .setConnectionManager(new TimedConnections(connections, clock))
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression();
    if (options.recovery() != Recovery.RETRY) {
      builder.disableAutomaticRetries();
    }
    if (!target.tls().keys().isEmpty()) {
      // One user has all requests. Otherwise the client would keep the connection for a user that
      // no request names, and never use it again.
      builder.disableConnectionState();
    }
    if (headers == HeaderPlace.ON_CLIENT) {
      builder
          .setUserAgent(Target.USER_AGENT)
          .setDefaultHeaders(
              List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, target.authorization())));
    }
    client = builder.build();
  }

  @Override
  public Response get(String path) throws IOException {
    return send(path, null);
  }

  @Override
  public Response getAndClose(String path) throws IOException {
    final HttpClientContext context = HttpClientContext.create();
    context.setUserToken(TimedConnections.CLOSED_AFTERWARDS);
    return send(path, context);
  }

  private Response send(String path, @Nullable HttpClientContext context) throws IOException {
    final HttpGet request = new HttpGet(path);
    if (headers == HeaderPlace.ON_REQUEST) {
      request.setHeader(HttpHeaders.AUTHORIZATION, target.authorization());
      request.setHeader(HttpHeaders.USER_AGENT, Target.USER_AGENT);
    }
    return client.execute(host, request, context, ApacheClient::read);
  }

  private static Response read(ClassicHttpResponse response) throws IOException {
    return new Response(response.getCode(), EntityUtils.toByteArray(response.getEntity()));
  }

  @Override
  public void closeConnections() {
    connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private static PoolingHttpClientConnectionManagerBuilder timedOperators(PhaseClock clock) {
    return new PoolingHttpClientConnectionManagerBuilder() {
      @Override
      protected HttpClientConnectionOperator createConnectionOperator(
          SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        return new TimedConnectionOperator(ports, names, tls, clock);
      }
    };
  }

  /** Gives connects and handshakes to a clock, by hooks that HttpClient marks as internal. */
  private static final class TimedConnectionOperator extends DefaultHttpClientConnectionOperator {
    private final PhaseClock clock;

    TimedConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls, PhaseClock clock) {
      super(
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
      this.clock = clock;
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
      clock.lap(Phase.EXCHANGE);
    }

    @Override
    protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
      clock.lap(Phase.TCP);
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
      clock.lap(Phase.EXCHANGE);
    }

    @Override
    protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
      clock.lap(Phase.TLS);
    }
  }
}
