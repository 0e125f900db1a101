package io.github.handshakecost.run;

import java.lang.reflect.Field;
import java.util.List;

/**
 * Keeps the warning off stderr that JDK 24 and later print when JMH 1.37 reads field offsets by
 * {@code sun.misc.Unsafe} (JEP 498).
 */
public final class QuietJmh {
  private static final int WARNS_OF_UNSAFE_SINCE = 24;

  private QuietJmh() {}

  /** The option for a JVM that is yet to start. */
  public static List<String> forkArguments(int javaVersion) {
    return javaVersion < WARNS_OF_UNSAFE_SINCE
        ? List.of()
        : List.of("--sun-misc-unsafe-memory-access=allow");
  }

  /**
   * The same for this JVM. No manifest can carry the option, so this marks the warning, which a JDK
   * prints once, as printed. The package {@code sun.misc} is open to everyone.
   */
  public static void quieten() {
    try {
      final Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
      warned.setAccessible(true);
      warned.setBoolean(null, true);
    } catch (ReflectiveOperationException e) {
      // JDKs before 23 have no such field and do not warn. A later one without it warns.
    }
  }
}
