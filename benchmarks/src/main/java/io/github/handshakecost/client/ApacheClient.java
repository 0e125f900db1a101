package io.github.handshakecost.client;

import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;

/**
 * Apache HttpClient 5, classic. Chain and host name are verified by HttpClient's defaults. The
 * stale check of an idle connection is off: it costs a millisecond of waiting (a read with a time
 * limit), which is neither exchange nor handshake. All but the protocol version is as {@link
 * DefaultClientTlsStrategy} has it for a context alone.
 */
public final class ApacheClient implements Client {
  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;
  private final HttpHost host;
  private final Target target;
  private final HeaderPlace headers;

  public ApacheClient(Target target, ClientTls tls, HeaderPlace headers, PhaseClock clock) {
    this.target = target;
    this.headers = headers;
    host = HttpHost.create(target.base());
    connections =
        TimedConnectionOperator.managers(clock)
            .setDnsResolver(new RingResolver(target.addresses()))
            .setTlsSocketStrategy(
                new DefaultClientTlsStrategy(
                    tls.context(), new String[] {target.tls()}, null, SSLBufferMode.STATIC, null))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                    .build())
            .build();
    final HttpClientBuilder builder =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression();
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
    final HttpGet request = new HttpGet(path);
    if (headers == HeaderPlace.ON_REQUEST) {
      request.setHeader(HttpHeaders.AUTHORIZATION, target.authorization());
      request.setHeader(HttpHeaders.USER_AGENT, Target.USER_AGENT);
    }
    return client.execute(host, request, ApacheClient::read);
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
}
