package io.github.handshakecost.habit;

import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.habit.Habit.Program;
import io.github.handshakecost.habit.Habit.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Habits with {@link HttpsURLConnection}, whose connections are in one pool for the whole JVM. */
final class UrlConnectionHabits {
  private UrlConnectionHabits() {}

  static List<Habit> all() {
    return List.of(
        habit(
            "one socket factory",
            "The JVM keeps a connection for the next request with this factory.",
            Habit.UNLIMITED,
            false,
            UrlConnectionHabits::oneFactory),
        habit(
            "a new factory per call",
            "Each getSocketFactory() is another, and no connection was made by it.",
            Habit.WASTEFUL,
            false,
            UrlConnectionHabits::factoryOfOneContext),
        habit(
            "a new context per call",
            "No connection of this factory, and no TLS session of this context.",
            Habit.WASTEFUL,
            true,
            (server, left) -> () -> read(open(server, Habit.SMALL, newFactory(server), left))),
        habit(
            "error stream not read",
            "After a 404, the connection waits for its body to be read.",
            Habit.WASTEFUL,
            false,
            UrlConnectionHabits::errorNotRead));
  }

  private static Habit habit(
      String name, String lesson, int most, boolean weighed, Program program) {
    return new Habit("urlconnection", name, lesson, most, weighed, Habit.PLAIN, program);
  }

  private static Request oneFactory(HttpsFixture server, Leftovers left) {
    final SSLSocketFactory factory = newFactory(server);
    return () -> read(open(server, Habit.SMALL, factory, left));
  }

  private static Request factoryOfOneContext(HttpsFixture server, Leftovers left) {
    final SSLContext context = server.clientContext();
    return () -> read(open(server, Habit.SMALL, context.getSocketFactory(), left));
  }

  private static Request errorNotRead(HttpsFixture server, Leftovers left) {
    final SSLSocketFactory factory = newFactory(server);
    return () -> open(server, "/nowhere", factory, left).getResponseCode();
  }

  private static SSLSocketFactory newFactory(HttpsFixture server) {
    return server.clientContext().getSocketFactory();
  }

  private static HttpsURLConnection open(
      HttpsFixture server, String path, SSLSocketFactory factory, Leftovers left)
      throws IOException {
    final var connection =
        (HttpsURLConnection) server.https().resolve(path).toURL().openConnection();
    connection.setSSLSocketFactory(factory);
    left.add(connection::disconnect);
    return connection;
  }

  private static void read(HttpsURLConnection connection) throws IOException {
    try (InputStream body = connection.getInputStream()) {
      body.readAllBytes();
    }
  }
}
