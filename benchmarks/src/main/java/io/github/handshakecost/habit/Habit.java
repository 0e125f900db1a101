package io.github.handshakecost.habit;

import io.github.handshakecost.environment.UsedHeap;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way in which programs use an HTTP client.
 *
 * @param client its name
 * @param lesson why its connections are as they are
 * @param most requests to send at most; more would wait too long, or leave too much open
 * @param weighed whether to measure the heap that it keeps
 * @param config of the server
 */
public record Habit(
    String client,
    String name,
    String lesson,
    int most,
    boolean weighed,
    FixtureConfig config,
    Program program) {
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** For habits that leave connections or threads. */
  public static final int WASTEFUL = 100;

  /** For habits that wait. */
  public static final int SLOW = 10;

  private static final long BYTES_PER_KILOBYTE = 1000;

  /** JSSE starts it after a handshake that HttpsURLConnection listens to; it ends at once. */
  private static final String MOMENTARY_THREAD = "HandshakeCompletedNotify-Thread";

  /** The path of a small response. */
  static final String SMALL = "/bytes/1000";

  /** A server for programs that send nothing but a path. */
  static final FixtureConfig PLAIN = FixtureConfig.defaults().withClientHeaders(false);

  /**
   * Those of {@code java.net.http} are last: before Java 21, the heap that they keep stays a while.
   */
  public static List<Habit> all() {
    return Stream.of(
            HttpClient5Habits.all(),
            AsyncHabits.all(),
            UrlConnectionHabits.all(),
            OkHttpHabits.all(),
            JdkHabits.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Sends so many requests one after another, but no more than {@link #most}, to a new server. */
  public Count count(int requests) throws IOException, InterruptedException {
    if (weighed) {
      send(1); // the first request loads classes, which stay on the heap
    }
    return send(Math.min(requests, most));
  }

  private Count send(int wanted) throws IOException, InterruptedException {
    try (HttpsFixture server = HttpsFixture.start(config);
        Leftovers leftovers = new Leftovers()) {
      final Set<Thread> before = threads();
      final long heapBefore = weighed ? UsedHeap.afterCollection() : 0;
      final Request request = program.start(server, leftovers);
      int failed = 0;
      for (int i = 0; i < wanted; i++) {
        try {
          request.send();
        } catch (IOException e) {
          failed++;
        }
      }
      final Ledger ledger = server.ledger();
      final Set<Thread> after = threads();
      after.removeAll(before);
      final long heap = weighed ? UsedHeap.afterCollection() - heapBefore : 0;
      return new Count(
          wanted - failed,
          failed,
          ledger.connectionsAccepted(),
          ledger.handshakesFull(),
          ledger.handshakesResumed(),
          after.size(),
          weighed ? heap / BYTES_PER_KILOBYTE : null);
    }
  }

  /** The program's; the JVM starts threads of its own in other groups. */
  private static Set<Thread> threads() {
    final ThreadGroup ours = Thread.currentThread().getThreadGroup();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() == ours)
        .filter(thread -> !thread.getName().equals(MOMENTARY_THREAD))
        .collect(Collectors.toSet());
  }

  /** The part of a program that is in the habit. */
  @FunctionalInterface
  interface Program {
    /** Prepares all that the requests share. What nobody closes goes to the leftovers. */
    Request start(HttpsFixture server, Leftovers leftovers);
  }

  /** Sends one request. */
  @FunctionalInterface
  interface Request {
    void send() throws IOException, InterruptedException;
  }

  /**
   * The result of a habit.
   *
   * @param answered requests with a response
   * @param failed requests without one
   * @param connections that the server accepted
   * @param threads alive after the last request that were not before the first
   * @param heap kilobytes that stay after the last request, with the server's end of open
   *     connections; null if the habit is not weighed
   */
  public record Count(
      int answered,
      int failed,
      long connections,
      long full,
      long resumed,
      int threads,
      @Nullable Long heap) {

    /** Whether several requests had a connection each. */
    public boolean neverReused() {
      return answered > 1 && connections >= answered;
    }
  }
}
