package io.github.handshakecost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The table of {@code count}; {@code HabitTest} has the counts of all habits. */
class CountCommandTest {
  @Test
  void habitsOfOneClientAreCounted() {
    final Console console = Console.run("count", "--client", "urlconnection", "--requests", "3");
    assertThat(console.err()).isEmpty();
    assertThat(console.exitCode()).isZero();
    assertThat(console.out().lines().map(CountCommandTest::withoutHeap))
        .containsExactly(
            "                         answered failed connections full resumed threads   heap",
            "urlconnection",
            "  one socket factory            3      0           1    1       0       0",
            "    The JVM keeps a connection for the next request with this factory.",
            "* a new factory per call        3      0           3    1       2       0",
            "    Each getSocketFactory() is another, and no connection was made by it.",
            "* a new context per call        3      0           3    3       0       0    kB",
            "    No connection of this factory, and no TLS session of this context.",
            "* error stream not read         3      0           3    1       2       0",
            "    After a 404, the connection waits for its body to be read.",
            "Look at *: 3 of 4 habits opened a connection for each answered request.");
  }

  /** The eighth column differs a little from call to call. */
  private static String withoutHeap(String line) {
    return line.replaceFirst("(?<=^.{73}) +[0-9,]+$", "    kB").stripTrailing();
  }

  @Test
  void everyHabitFitsATerminal() {
    final Console console = Console.run("count", "--requests", "1");
    assertThat(console.exitCode()).isZero();
    assertThat(console.out().lines())
        .contains("httpclient5", "urlconnection", "jdk", "okhttp")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .last()
        .isEqualTo("Look at *: 0 of 21 habits opened a connection for each answered request.");
  }
}
