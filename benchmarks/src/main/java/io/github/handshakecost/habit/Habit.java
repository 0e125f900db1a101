package io.github.handshakecost.habit;

import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which programs use an HTTP client.
 *
 * @param client its name
 * @param lesson why its connections are as they are
 * @param most requests to send at most; more would wait too long, or leave too much open
 * @param config of the server
 */
public record Habit(
    String client, String name, String lesson, int most, FixtureConfig config, Program program) {
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** For habits that leave connections or threads. */
  public static final int WASTEFUL = 100;

  /** For habits that wait. */
  public static final int SLOW = 10;

  /** The path of a small response. */
  static final String SMALL = "/bytes/1000";

  /** A server for programs that send nothing but a path. */
  static final FixtureConfig PLAIN = FixtureConfig.defaults().withClientHeaders(false);

  public static List<Habit> all() {
    return Stream.of(
            HttpClient5Habits.all(), UrlConnectionHabits.all(), JdkHabits.all(), OkHttpHabits.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Sends so many requests one after another, but no more than {@link #most}, to a new server. */
  public Count count(int requests) throws IOException, InterruptedException {
    final int wanted = Math.min(requests, most);
    try (HttpsFixture server = HttpsFixture.start(config);
        Leftovers leftovers = new Leftovers()) {
      final Set<Thread> before = threads();
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
      return new Count(
          wanted - failed,
          failed,
          ledger.connectionsAccepted(),
          ledger.handshakesFull(),
          ledger.handshakesResumed(),
          after.size());
    }
  }

  /** The program's; the JVM starts threads of its own in other groups. */
  private static Set<Thread> threads() {
    final ThreadGroup ours = Thread.currentThread().getThreadGroup();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() == ours)
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
   */
  public record Count(
      int answered, int failed, long connections, long full, long resumed, int threads) {

    /** Whether several requests had a connection each. */
    public boolean neverReused() {
      return answered > 1 && connections >= answered;
    }
  }
}
