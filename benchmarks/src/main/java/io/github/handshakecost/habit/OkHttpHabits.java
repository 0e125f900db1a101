package io.github.handshakecost.habit;

import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.habit.Habit.Program;
import io.github.handshakecost.habit.Habit.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Habits with OkHttp. */
final class OkHttpHabits {
  private OkHttpHabits() {}

  static List<Habit> all() {
    return List.of(
        habit(
            "one client",
            "Its pool keeps the connection.",
            Habit.UNLIMITED,
            false,
            (server, left) -> {
              final OkHttpClient client = client(server, left);
              return () -> read(call(client, server));
            }),
        habit(
            "a new client each time",
            "Each pool keeps its connection for 5 min; newBuilder() shares the pool.",
            Habit.WASTEFUL,
            true,
            (server, left) -> () -> read(call(client(server, left), server))),
        habit(
            "response not closed",
            "The connection waits for its body to be read or closed.",
            Habit.WASTEFUL,
            false,
            OkHttpHabits::notClosed));
  }

  private static Habit habit(
      String name, String lesson, int most, boolean weighed, Program program) {
    return new Habit("okhttp", name, lesson, most, weighed, Habit.PLAIN, program);
  }

  private static Request notClosed(HttpsFixture server, Leftovers left) {
    final OkHttpClient client = client(server, left);
    return () -> left.add(call(client, server).execute());
  }

  private static OkHttpClient client(HttpsFixture server, Leftovers left) {
    final OkHttpClient client =
        new OkHttpClient.Builder()
            .sslSocketFactory(server.clientContext().getSocketFactory(), trust(server))
            .build();
    left.add(() -> client.connectionPool().evictAll());
    return client;
  }

  private static Call call(OkHttpClient client, HttpsFixture server) {
    final String url = server.https().resolve(Habit.SMALL).toString();
    return client.newCall(new okhttp3.Request.Builder().url(url).build());
  }

  private static void read(Call call) throws IOException {
    try (Response response = call.execute()) {
      response.body().bytes();
    }
  }

  /** OkHttp wants the trust manager of its context too. */
  private static X509TrustManager trust(HttpsFixture server) {
    try {
      final KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
      anchors.load(null, null);
      anchors.setCertificateEntry(
          "authority",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(server.caPem().getBytes(StandardCharsets.US_ASCII))));
      final TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(anchors);
      return (X509TrustManager) managers.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JDK has no X.509", e);
    }
  }
}
