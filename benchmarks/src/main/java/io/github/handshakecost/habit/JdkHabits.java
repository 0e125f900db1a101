package io.github.handshakecost.habit;

import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.habit.Habit.Program;
import io.github.handshakecost.habit.Habit.Request;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Habits with {@code java.net.http}. */
final class JdkHabits {
  private JdkHabits() {}

  static List<Habit> all() {
    return List.of(
        habit(
            "one client",
            "It keeps the connection, and threads of its own.",
            Habit.UNLIMITED,
            false,
            JdkHabits::oneClient),
        habit(
            "a new client each time",
            "Its threads stay until it is collected. Before Java 21 it cannot be closed.",
            Habit.WASTEFUL,
            true,
            (server, left) -> () -> get(client(server.clientContext(), left), server)),
        habit(
            "new clients, a context",
            "A partial fix: handshakes are resumed, but connections and threads pile up.",
            Habit.WASTEFUL,
            false,
            JdkHabits::sharedContext));
  }

  private static Habit habit(
      String name, String lesson, int most, boolean weighed, Program program) {
    return new Habit("jdk", name, lesson, most, weighed, Habit.PLAIN, program);
  }

  private static Request oneClient(HttpsFixture server, Leftovers left) {
    final HttpClient client = client(server.clientContext(), left);
    return () -> get(client, server);
  }

  private static Request sharedContext(HttpsFixture server, Leftovers left) {
    final SSLContext context = server.clientContext();
    return () -> get(client(context, left), server);
  }

  private static HttpClient client(SSLContext context, Leftovers left) {
    final HttpClient client = HttpClient.newBuilder().sslContext(context).build();
    left.add(() -> close(client));
    return client;
  }

  /** Java 21 and later close a client. */
  private static void close(Object client) throws IOException {
    if (client instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  private static void get(HttpClient client, HttpsFixture server)
      throws IOException, InterruptedException {
    client.send(request(server), BodyHandlers.ofByteArray());
  }

  private static HttpRequest request(HttpsFixture server) {
    return HttpRequest.newBuilder(server.https().resolve(Habit.SMALL)).build();
  }
}
