package io.github.handshakecost.run;

import java.util.List;

/** Keeps JMH out of the report: what a fork prints would land in the middle of it. */
public final class QuietJmh {
  private static final int WARNS_OF_UNSAFE_SINCE = 24;

  private QuietJmh() {}

  /** JMH 1.37 reads field offsets by {@code sun.misc.Unsafe}; allows a process to (JEP 498). */
  public static List<String> forkArguments(int javaVersion) {
    return javaVersion < WARNS_OF_UNSAFE_SINCE
        ? List.of()
        : List.of("--sun-misc-unsafe-memory-access=allow");
  }

  /**
   * Loads what of JMH makes JDK 24 and later warn on standard error, once. No manifest can allow it
   * to a program started by {@code java -jar}; but here the warning stands before the lines of
   * progress, and not in the middle of one.
   */
  public static void load() {
    try {
      Class.forName("org.openjdk.jmh.infra.BenchmarkParams");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH is not in the jar", e);
    }
  }
}
