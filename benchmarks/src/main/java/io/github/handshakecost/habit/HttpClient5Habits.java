package io.github.handshakecost.habit;

import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.habit.Habit.Program;
import io.github.handshakecost.habit.Habit.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/** Habits with Apache HttpClient 5, classic. */
final class HttpClient5Habits {
  private static final String CLIENT = "httpclient5";
  private static final FixtureConfig CERTIFICATE = Habit.PLAIN.withClientAuth(true);
  private static final FixtureConfig IMPATIENT =
      Habit.PLAIN.withIdleTimeout(Duration.ofMillis(100));
  private static final Duration GAP = Duration.ofMillis(200);

  private HttpClient5Habits() {}

  static List<Habit> all() {
    return List.of(
        habit("one client", "Its pool keeps the connection.", Habit.PLAIN, oneClient(b -> b)),
        habit(
            "a new client each time",
            "Its pool and its TLS sessions end with it.",
            Habit.PLAIN,
            (server, left) -> () -> requestOfNewClient(server, server.clientContext())),
        habit(
            "new clients, a context",
            "A partial fix: handshakes are resumed, connections are not reused.",
            Habit.PLAIN,
            HttpClient5Habits::sharedContext),
        new Habit(
            CLIENT,
            "new clients left open",
            "Each keeps its connection, which nobody uses again.",
            Habit.WASTEFUL,
            true,
            Habit.PLAIN,
            HttpClient5Habits::notClosedClients),
        slow(
            "responses not closed",
            "The pool of 5 is empty. A request waits 200 ms here, by default 3 min.",
            Habit.PLAIN,
            HttpClient5Habits::notClosed),
        habit(
            "a client certificate",
            "A connection belongs to the certificate's name, which no request gives.",
            CERTIFICATE,
            oneClient(b -> b)),
        habit(
            "disableConnectionState",
            "All requests belong to one user.",
            CERTIFICATE,
            oneClient(HttpClientBuilder::disableConnectionState)),
        slow(
            "idle server, no retry",
            "The server closes after 100 ms, the next request comes after 200 ms.",
            IMPATIENT,
            afterGaps(oneClient(HttpClientBuilder::disableAutomaticRetries))),
        slow(
            "idle server, defaults",
            "The client retries on a new connection. The program sees no error.",
            IMPATIENT,
            afterGaps(oneClient(b -> b))));
  }

  private static Habit habit(String name, String lesson, FixtureConfig config, Program program) {
    return new Habit(CLIENT, name, lesson, Habit.UNLIMITED, false, config, program);
  }

  private static Habit slow(String name, String lesson, FixtureConfig config, Program program) {
    return new Habit(CLIENT, name, lesson, Habit.SLOW, false, config, program);
  }

  private static Program oneClient(UnaryOperator<HttpClientBuilder> options) {
    return (server, left) -> {
      final CloseableHttpClient client =
          left.add(options.apply(builder(server.clientContext())).build());
      return () -> get(client, server);
    };
  }

  private static Request sharedContext(HttpsFixture server, Leftovers left) {
    final SSLContext context = server.clientContext();
    return () -> requestOfNewClient(server, context);
  }

  private static void requestOfNewClient(HttpsFixture server, SSLContext context)
      throws IOException {
    try (CloseableHttpClient client = builder(context).build()) {
      get(client, server);
    }
  }

  private static Request notClosedClients(HttpsFixture server, Leftovers left) {
    return () -> get(left.add(builder(server.clientContext()).build()), server);
  }

  private static Request notClosed(HttpsFixture server, Leftovers left) {
    final RequestConfig config =
        RequestConfig.custom().setConnectionRequestTimeout(Timeout.ofMilliseconds(200)).build();
    final CloseableHttpClient client =
        left.add(builder(server.clientContext()).setDefaultRequestConfig(config).build());
    return () -> client.executeOpen(null, request(server), null);
  }

  private static Program afterGaps(Program program) {
    return (server, left) -> {
      final Request request = program.start(server, left);
      return () -> {
        Thread.sleep(GAP.toMillis());
        request.send();
      };
    };
  }

  private static HttpClientBuilder builder(SSLContext context) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(context))
                .build());
  }

  private static void get(CloseableHttpClient client, HttpsFixture server) throws IOException {
    client.execute(request(server), response -> EntityUtils.toByteArray(response.getEntity()));
  }

  private static HttpGet request(HttpsFixture server) {
    return new HttpGet(server.https().resolve(Habit.SMALL));
  }
}
