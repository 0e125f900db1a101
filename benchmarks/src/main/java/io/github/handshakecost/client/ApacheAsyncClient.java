package io.github.handshakecost.client;

import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.client.PhaseClock.Hand;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.DefaultAsyncClientConnectionOperator;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;

/**
 * Apache HttpClient 5, asynchronous, with one I/O thread. A response arrives before its connection
 * is back in the pool. With more than one connection the next request would open another; so the
 * pool holds one, and that request waits for it.
 */
final class ApacheAsyncClient implements Client {
  private final PoolingAsyncClientConnectionManager connections;
  private final CloseableHttpAsyncClient client;
  private final HttpHost host;
  private final Target target;
  private final HeaderPlace headers;
  private final PhaseClock clock;

  /** Its thread waits for the response, while laps come from the I/O thread. */
  private volatile Hand caller;

  ApacheAsyncClient(Target target, ClientTls tls, ClientOptions options, PhaseClock clock) {
    this.target = target;
    this.clock = clock;
    caller = clock.hand();
    headers = options.headers();
    host = HttpHost.create(target.base());
    connections =
        timedManagers(() -> caller)
            .setDnsResolver(new RingResolver(target.addresses()))
            .setTlsStrategy(
                new DefaultClientTlsStrategy(
                    tls.context(),
                    new String[] {target.tls().protocol()},
                    null,
                    SSLBufferMode.STATIC,
                    null))
            .setDefaultTlsConfig(
                TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                    .build())
            .setMaxConnTotal(1)
            .setMaxConnPerRoute(1)
            .build();
    final HttpAsyncClientBuilder builder =
        HttpAsyncClientBuilder.create()
            .setConnectionManager(connections)
            .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
            .setThreadFactory(new CountedThreads())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching();
    if (headers == HeaderPlace.ON_CLIENT) {
      builder
          .setUserAgent(Target.USER_AGENT)
          .setDefaultHeaders(
              List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, target.authorization())));
    }
    client = builder.build();
    client.start();
  }

  @Override
  public Response get(String path) throws IOException {
    final SimpleHttpRequest request = SimpleRequestBuilder.get(path).setHttpHost(host).build();
    if (headers == HeaderPlace.ON_REQUEST) {
      request.setHeader(HttpHeaders.AUTHORIZATION, target.authorization());
      request.setHeader(HttpHeaders.USER_AGENT, Target.USER_AGENT);
    }
    caller = clock.hand();
    try {
      final SimpleHttpResponse response = client.execute(request, null).get();
      final byte[] body = response.getBodyBytes();
      return new Response(response.getCode(), body == null ? new byte[0] : body);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a response");
    }
  }

  /** Waits for the I/O thread to give the connection back: a leased one would stay open. */
  @Override
  @SuppressWarnings("ThreadPriorityCheck") // on one core, the I/O thread needs the processor
  public void closeConnections() {
    while (connections.getTotalStats().getLeased() > 0) {
      Thread.yield();
    }
    connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
  }

  @Override
  public void close() {
    closeConnections();
    client.close(CloseMode.GRACEFUL);
  }

  private static PoolingAsyncClientConnectionManagerBuilder timedManagers(Supplier<Hand> clock) {
    return new PoolingAsyncClientConnectionManagerBuilder() {
      @Override
      protected AsyncClientConnectionOperator createConnectionOperator(
          TlsStrategy tls, SchemePortResolver ports, DnsResolver names) {
        return new TimedConnectionOperator(tls, ports, names, clock);
      }
    };
  }

  private static final class TimedConnectionOperator extends DefaultAsyncClientConnectionOperator {
    private final Supplier<Hand> clock;

    TimedConnectionOperator(
        TlsStrategy tls, SchemePortResolver ports, DnsResolver names, Supplier<Hand> clock) {
      super(
          RegistryBuilder.<TlsStrategy>create().register(URIScheme.HTTPS.id, tls).build(),
          ports,
          names);
      this.clock = clock;
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
      clock.get().lap(Phase.EXCHANGE);
    }

    @Override
    protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
      clock.get().lap(Phase.TCP);
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
      clock.get().lap(Phase.EXCHANGE);
    }

    @Override
    protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
      clock.get().lap(Phase.TLS);
    }
  }
}
