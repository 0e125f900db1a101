package io.github.handshakecost.report;

import java.util.Map;

/** The machine in one line, as {@code environment.json} knows it. */
final class Machine {
  private static final String UNKNOWN = "unknown";

  private Machine() {}

  /** {@code CPU Intel(R) Xeon(R) Processor, 2 cores, kernel 6.1.0, JDK 17.0.15}. */
  static String line(Map<String, Object> environment) {
    return "CPU %s, %s cores, kernel %s, JDK %s"
        .formatted(
            of(environment, "cpu", "model"),
            of(environment, "cpu", "count"),
            of(environment, "os", "kernel"),
            of(environment, "jdk", "version"));
  }

  /** Also where a file from elsewhere has another shape. */
  private static String of(Map<String, Object> environment, String section, String name) {
    return environment.get(section) instanceof Map<?, ?> map && map.get(name) != null
        ? String.valueOf(map.get(name))
        : UNKNOWN;
  }
}
