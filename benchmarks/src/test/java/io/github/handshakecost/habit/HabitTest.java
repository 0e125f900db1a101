package io.github.handshakecost.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.habit.Habit.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What each habit costs, exactly. */
class HabitTest {
  @Test
  void twentyRequestsCostTheirConnectionsAndHandshakes() throws Exception {
    final List<String> rows = new ArrayList<>();
    for (final Habit habit : Habit.all()) {
      if (habit.client().equals("httpclient5-async") && habit.most() > Habit.WASTEFUL) {
        continue; // opens one to three connections
      }
      final Count count = habit.count(20);
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
            httpclient5, one client: 20 answered, 0 failed, 1 connections, 1 full, 0 resumed
            httpclient5, a new client each time: 20 answered, 0 failed, 20 connections, 20 full, 0 resumed
            httpclient5, new clients, a context: 20 answered, 0 failed, 20 connections, 1 full, 19 resumed
            httpclient5, new clients left open: 20 answered, 0 failed, 20 connections, 20 full, 0 resumed
            httpclient5, responses not closed: 5 answered, 5 failed, 5 connections, 1 full, 4 resumed
            httpclient5, a client certificate: 20 answered, 0 failed, 20 connections, 1 full, 19 resumed
            httpclient5, disableConnectionState: 20 answered, 0 failed, 1 connections, 1 full, 0 resumed
            httpclient5, idle server, no retry: 5 answered, 5 failed, 5 connections, 1 full, 4 resumed
            httpclient5, idle server, defaults: 10 answered, 0 failed, 10 connections, 1 full, 9 resumed
            httpclient5-async, new clients left open: 20 answered, 0 failed, 20 connections, 20 full, 0 resumed
            urlconnection, one socket factory: 20 answered, 0 failed, 1 connections, 1 full, 0 resumed
            urlconnection, a new factory per call: 20 answered, 0 failed, 20 connections, 1 full, 19 resumed
            urlconnection, a new context per call: 20 answered, 0 failed, 20 connections, 20 full, 0 resumed
            urlconnection, error stream not read: 20 answered, 0 failed, 20 connections, 1 full, 19 resumed
            okhttp, one client: 20 answered, 0 failed, 1 connections, 1 full, 0 resumed
            okhttp, a new client each time: 20 answered, 0 failed, 20 connections, 20 full, 0 resumed
            okhttp, response not closed: 20 answered, 0 failed, 20 connections, 1 full, 19 resumed
            jdk, one client: 20 answered, 0 failed, 1 connections, 1 full, 0 resumed
            jdk, a new client each time: 20 answered, 0 failed, 20 connections, 20 full, 0 resumed
            jdk, new clients, a context: 20 answered, 0 failed, 20 connections, 1 full, 19 resumed""");
  }

  @Test
  void clientsOfTheJdkLeaveThreads() throws Exception {
    assertThat(named("jdk", "a new client each time").count(10).threads()).isBetween(20, 40);
    assertThat(named("httpclient5-async", "new clients left open").count(10).threads())
        .isGreaterThanOrEqualTo(20);
    assertThat(named("httpclient5", "a new client each time").count(10).threads()).isZero();
  }

  /** Buffers of TLS alone are 30 kB. */
  @Test
  void clientsThatNobodyClosesStayOnTheHeap() throws Exception {
    final Habit habit = named("httpclient5", "new clients left open");
    final long twenty = heap(habit.count(20));

    assertThat(twenty).isBetween(20 * 30L, 20 * 1000L);
    assertThat(heap(habit.count(60))).isBetween(2 * twenty, 4 * twenty);
    assertThat(named("httpclient5", "a new client each time").count(1).heap()).isNull();
  }

  private static long heap(Count count) {
    return Objects.requireNonNull(count.heap());
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
