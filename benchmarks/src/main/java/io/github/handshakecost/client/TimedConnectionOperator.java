package io.github.handshakecost.client;

import io.github.handshakecost.result.Phase;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Gives HttpClient's connects and handshakes to a clock. The hooks are marked internal by
 * HttpClient 5; this class is the only one that knows them.
 */
final class TimedConnectionOperator extends DefaultHttpClientConnectionOperator {
  private final PhaseClock clock;

  private TimedConnectionOperator(
      SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls, PhaseClock clock) {
    super(
        ports,
        names,
        RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
    this.clock = clock;
  }

  /** A builder of connection managers that connect by such an operator. */
  static PoolingHttpClientConnectionManagerBuilder managers(PhaseClock clock) {
    return new PoolingHttpClientConnectionManagerBuilder() {
      @Override
      protected HttpClientConnectionOperator createConnectionOperator(
          SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
        return new TimedConnectionOperator(ports, names, tls, clock);
      }
    };
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
