package io.github.handshakecost.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.JavaCommand;
import io.github.handshakecost.habit.Habit.Count;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each habit costs, exactly. */
class HabitTest {
  @Test
  void tenRequestsCostTheirConnectionsAndHandshakes() throws Exception {
    final List<String> rows = new ArrayList<>();
    for (final Habit habit : Habit.all()) {
      if (habit.client().equals("httpclient5-async") && habit.most() > Habit.WASTEFUL) {
        continue; // opens one to three connections
      }
      final Count count = habit.count(10);
      rows.add(
          "%s, %s: %d answered, %d failed, %d connections, %d full, %d resumed"
              .formatted(
                  habit.client(),
                  habit.name(),
                  count.answered(),
                  count.failed(),
                  count.connections(),
                  count.full(),
                  count.resumed()));
    }
    assertThat(String.join("\n", rows))
        .isEqualToNormalizingNewlines(
            """
            httpclient5, one client: 10 answered, 0 failed, 1 connections, 1 full, 0 resumed
            httpclient5, a new client each time: 10 answered, 0 failed, 10 connections, 10 full, 0 resumed
            httpclient5, new clients, a context: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed
            httpclient5, new clients left open: 10 answered, 0 failed, 10 connections, 10 full, 0 resumed
            httpclient5, responses not closed: 5 answered, 5 failed, 5 connections, 1 full, 4 resumed
            httpclient5, a client certificate: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed
            httpclient5, disableConnectionState: 10 answered, 0 failed, 1 connections, 1 full, 0 resumed
            httpclient5, idle server, no retry: 5 answered, 5 failed, 5 connections, 1 full, 4 resumed
            httpclient5, idle server, defaults: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed
            httpclient5-async, new clients left open: 10 answered, 0 failed, 10 connections, 10 full, 0 resumed
            urlconnection, one socket factory: 10 answered, 0 failed, 1 connections, 1 full, 0 resumed
            urlconnection, a new factory per call: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed
            urlconnection, a new context per call: 10 answered, 0 failed, 10 connections, 10 full, 0 resumed
            urlconnection, error stream not read: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed
            okhttp, one client: 10 answered, 0 failed, 1 connections, 1 full, 0 resumed
            okhttp, a new client each time: 10 answered, 0 failed, 10 connections, 10 full, 0 resumed
            okhttp, response not closed: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed
            jdk, one client: 10 answered, 0 failed, 1 connections, 1 full, 0 resumed
            jdk, a new client each time: 10 answered, 0 failed, 10 connections, 10 full, 0 resumed
            jdk, new clients, a context: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed""");
  }

  @Test
  void clientsOfTheJdkLeaveThreads() throws Exception {
    assertThat(named("jdk", "a new client each time").count(10).threads()).isBetween(20, 40);
    assertThat(named("httpclient5-async", "new clients left open").count(10).threads())
        .isGreaterThanOrEqualTo(20);
    assertThat(named("httpclient5", "a new client each time").count(10).threads()).isZero();
  }

  /**
   * Buffers of TLS alone are 30 kB. In a JVM of its own, as other tests leave garbage in this one.
   */
  @Test
  void clientsThatNobodyClosesStayOnTheHeap() throws Exception {
    final Process weighing = new ProcessBuilder(JavaCommand.of(List.of(), Weighing.class)).start();
    final List<Long> heap =
        new String(weighing.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(Long::valueOf)
            .toList();

    assertThat(heap).hasSize(2);
    assertThat(heap.get(0)).isBetween(20 * 30L, 20 * 1000L);
    assertThat(heap.get(1)).isBetween(2 * heap.get(0), 4 * heap.get(0));
  }

  @Test
  void onlyHabitsThatLeaveSomethingAreWeighed() throws Exception {
    assertThat(named("httpclient5", "a new client each time").count(1).heap()).isNull();
  }

  /** Prints the kilobytes that 20 and 60 clients keep. */
  static final class Weighing {
    private Weighing() {}

    public static void main(String[] args) throws Exception {
      final Habit habit = named("httpclient5", "new clients left open");
      for (final int clients : List.of(20, 60)) {
        System.out.println(habit.count(clients).heap());
      }
    }
  }

  @Test
  void asynchronousClientMayOpenAFewConnections() throws Exception {
    assertThat(named("httpclient5-async", "one client").count(20).connections()).isBetween(1L, 3L);
  }

  @Test
  void wastefulHabitsAreLimited() throws Exception {
    assertThat(named("urlconnection", "error stream not read").count(101).answered())
        .isEqualTo(Habit.WASTEFUL);
  }

  @Test
  void oneRequestCannotReuse() {
    assertThat(new Count(1, 0, 1, 1, 0, 0, null).neverReused()).isFalse();
    assertThat(new Count(2, 0, 2, 2, 0, 0, null).neverReused()).isTrue();
    assertThat(new Count(5, 5, 5, 1, 4, 0, null).neverReused()).isTrue();
    assertThat(new Count(3, 0, 2, 2, 0, 0, null).neverReused()).isFalse();
  }

  private static Habit named(String client, String name) {
    return Habit.all().stream()
        .filter(habit -> habit.client().equals(client) && habit.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
