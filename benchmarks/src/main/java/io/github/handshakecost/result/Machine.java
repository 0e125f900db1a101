package io.github.handshakecost.result;

import io.github.handshakecost.result.ForkRecord.JmhFacts;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The machine and the JDK of a run; each {@code unknown} if the run does not name it.
 *
 * @param cpu model
 * @param cpus how many the program might use
 * @param jdk version of the forks, which may differ from the program's ({@code -jvm})
 * @param kernel release
 */
public record Machine(String cpu, String cpus, String jdk, String kernel) {
  public static final String UNKNOWN = "unknown";

  public static Machine of(Run run) {
    return new Machine(
        value(run, "cpu", "model"),
        value(run, "cpu", "count"),
        jdk(run),
        value(run, "os", "kernel"));
  }

  /** {@code Example CPU, 2 CPUs}. */
  public String line() {
    return cpu + ", " + cpus + " CPUs";
  }

  /** {@code CPU Example CPU, 2 CPUs, kernel 6.1.0, JDK 17.0.15}: all of it, for a citation. */
  public String sentence() {
    return "CPU %s, %s CPUs, kernel %s, JDK %s".formatted(cpu, cpus, kernel, jdk);
  }

  /** {@code 17} of {@code 17.0.15}. */
  public String jdkMajor() {
    return Arrays.stream(jdk.split(" or ", -1))
        .map(version -> version.replaceFirst("^(\\d+)\\D.*", "$1"))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static String jdk(Run run) {
    return run.forks().isEmpty()
        ? value(run, "jdk", "version")
        : run.forks().stream()
            .map(ForkRecord::jmh)
            .map(JmhFacts::jdkVersion)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
  }

  private static String value(Run run, String part, String name) {
    final Object value =
        run.environment().get(part) instanceof Map<?, ?> map ? map.get(name) : null;
    return value == null ? UNKNOWN : value.toString();
  }
}
