package io.github.handshakecost.habit;

import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.habit.Habit.Program;
import io.github.handshakecost.habit.Habit.Request;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;

/** Habits with Apache HttpClient 5, asynchronous. */
final class AsyncHabits {
  private AsyncHabits() {}

  static List<Habit> all() {
    return List.of(
        habit(
            "one client",
            "A response comes before its connection is free, so it opens 1 to 3.",
            Habit.UNLIMITED,
            false,
            AsyncHabits::oneClient),
        habit(
            "new clients left open",
            "Each keeps a connection, a thread for each processor and one more.",
            Habit.WASTEFUL,
            true,
            (server, left) -> () -> get(client(server, left), server)));
  }

  private static Habit habit(
      String name, String lesson, int most, boolean weighed, Program program) {
    return new Habit("httpclient5-async", name, lesson, most, weighed, Habit.PLAIN, program);
  }

  private static Request oneClient(HttpsFixture server, Leftovers left) {
    final CloseableHttpAsyncClient client = client(server, left);
    return () -> get(client, server);
  }

  private static CloseableHttpAsyncClient client(HttpsFixture server, Leftovers left) {
    final CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setTlsStrategy(new DefaultClientTlsStrategy(server.clientContext()))
                    .build())
            .build();
    client.start();
    return left.add(client);
  }

  private static void get(CloseableHttpAsyncClient client, HttpsFixture server)
      throws IOException, InterruptedException {
    final SimpleHttpRequest request =
        SimpleRequestBuilder.get(server.https().resolve(Habit.SMALL)).build();
    try {
      client.execute(request, null).get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }
}
