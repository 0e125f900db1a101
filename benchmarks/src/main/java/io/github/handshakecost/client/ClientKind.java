package io.github.handshakecost.client;

import static io.github.handshakecost.client.ClientTrait.HALF_CLOSES;
import static io.github.handshakecost.client.ClientTrait.HTTP_2;
import static io.github.handshakecost.client.ClientTrait.KEEPS_CONNECTIONS;
import static io.github.handshakecost.client.ClientTrait.NEEDS_JDK_21;
import static io.github.handshakecost.client.ClientTrait.NO_CLOSE_NOTIFY;
import static io.github.handshakecost.client.ClientTrait.ONE_ADDRESS;
import static io.github.handshakecost.client.ClientTrait.OWN_THREADS;
import static io.github.handshakecost.client.ClientTrait.SHARED_PLAIN_POOL;
import static io.github.handshakecost.client.ClientTrait.THIN;
import static io.github.handshakecost.client.ClientTrait.UNTIMED;

import java.util.Optional;
import java.util.Set;

/** The HTTP client that sends the requests. */
public enum ClientKind {
  /** Apache HttpClient 5, classic. */
  HTTPCLIENT5("httpclient5", ApacheClient::new, HALF_CLOSES),
  /** Apache HttpClient 5, asynchronous; the calling thread waits for each response. */
  HTTPCLIENT5_ASYNC("httpclient5-async", ApacheAsyncClient::new, OWN_THREADS),
  /** {@code java.net.http}. */
  JDK(
      "jdk",
      JdkClient::new,
      OWN_THREADS,
      UNTIMED,
      NO_CLOSE_NOTIFY,
      ONE_ADDRESS,
      KEEPS_CONNECTIONS,
      NEEDS_JDK_21,
      HTTP_2),
  /** {@link java.net.HttpURLConnection}. */
  URLCONNECTION(
      "urlconnection",
      UrlConnectionClient::new,
      OWN_THREADS,
      UNTIMED,
      ONE_ADDRESS,
      SHARED_PLAIN_POOL),
  /** OkHttp 5. */
  OKHTTP("okhttp", OkHttpAdapter::new, OWN_THREADS, HTTP_2),
  /** HTTP/1.1 by hand on the JDK's sockets, to show what a client adds. */
  RAW_SOCKET("raw-socket", RawSocketClient::new, HALF_CLOSES, THIN);

  private static final int CLOSEABLE_JDK = 21;

  private final String label;
  private final Client.Factory factory;
  private final Set<ClientTrait> traits;

  ClientKind(String label, Client.Factory factory, ClientTrait... traits) {
    this.label = label;
    this.factory = factory;
    this.traits = Set.of(traits);
  }

  /**
   * Whether cells may share a JVM. Shared, pooled requests of the raw socket took 3 % longer and
   * new connections 2 % less or more.
   */
  public boolean sharesJvm(boolean secure) {
    return !traits.contains(THIN) && (secure || !traits.contains(SHARED_PLAIN_POOL));
  }

  /** Whether several threads can share one client. */
  public boolean servesManyUsers() {
    return this == OKHTTP || limitsItsPool();
  }

  /** Whether threads wait for a connection, and can have one that they close themselves. */
  public boolean limitsItsPool() {
    return this == HTTPCLIENT5;
  }

  public String label() {
    return label;
  }

  public Client.Factory factory() {
    return factory;
  }

  public Set<ClientTrait> traits() {
    return traits;
  }

  /**
   * Why a JVM cannot measure this client, with the remedy; empty if it can.
   *
   * @param jdk feature version of the JVM that measures
   */
  public Optional<String> missing(int jdk, boolean linux) {
    if (traits.contains(NEEDS_JDK_21) && jdk < CLOSEABLE_JDK) {
      return Optional.of(
          "client=%s cannot be closed before JDK %d and leaves threads and connections behind, and the forks run on JDK %d; give -jvm the java command of JDK %d or later"
              .formatted(label, CLOSEABLE_JDK, jdk, CLOSEABLE_JDK));
    }
    if (traits.contains(OWN_THREADS) && !linux) {
      return Optional.of(
          "client=%s works on threads of its own, whose CPU time is counted on Linux alone; measure on Linux"
              .formatted(label));
    }
    return Optional.empty();
  }
}
