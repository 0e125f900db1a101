package io.github.handshakecost.run;

import java.util.List;

/** Keeps JMH's warnings out of the output. */
public final class QuietJmh {
  private static final int WARNS_OF_UNSAFE_SINCE = 24;

  private QuietJmh() {}

  /** Allows JMH 1.37 to read field offsets by {@code sun.misc.Unsafe} (JEP 498). */
  public static List<String> forkArguments(int javaVersion) {
    return javaVersion < WARNS_OF_UNSAFE_SINCE
        ? List.of()
        : List.of("--sun-misc-unsafe-memory-access=allow");
  }

  /**
   * Loads the class for which JDK 24 and later warn once. A jar cannot allow it by its manifest, so
   * the warning comes here, before the progress lines.
   */
  public static void load() {
    try {
      Class.forName("org.openjdk.jmh.infra.BenchmarkParams");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH is not in the jar", e);
    }
  }
}
