package io.github.handshakecost.report;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Machine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a difference between two runs can come from their code alone. */
public final class Comparability {
  private Comparability() {}

  /** A property that comparable runs share. */
  public enum Property {
    INCOMPLETE("the state", (run, other) -> state(run)) {
      @Override
      boolean isShared(NamedRun base, NamedRun candidate) {
        return base.run().complete() && candidate.run().complete();
      }
    },
    PLAN("the plan", Comparability::plan) {
      @Override
      boolean isShared(NamedRun base, NamedRun candidate) {
        return Set.copyOf(cells(base)).equals(Set.copyOf(cells(candidate)));
      }
    },
    CPU("the CPU model", (run, other) -> run.machine().cpu()),
    CPUS("the number of CPUs", (run, other) -> run.machine().cpus()),
    JDK("the JDK's major version", (run, other) -> run.machine().jdkMajor()),
    EFFORT("the effort", (run, other) -> effort(run.run().manifest().effort())),
    JMH("the set of options for JMH", (run, other) -> joined(run.run().manifest().jmhArguments())),
    JVM("the set of JVM options", (run, other) -> ofForks(run, Comparability::jvmOptions)),
    SERVER("the server", (run, other) -> ofForks(run, Comparability::server)),
    PLACEMENT("the placement", (run, other) -> run.fact("placement"));

    private final String description;
    private final BiFunction<NamedRun, NamedRun, String> value;

    Property(String description, BiFunction<NamedRun, NamedRun, String> value) {
      this.description = description;
      this.value = value;
    }

    /** Two machines of which nothing is known are not taken for the same. */
    boolean isShared(NamedRun base, NamedRun candidate) {
      final String before = value.apply(base, candidate);
      return before.equals(value.apply(candidate, base)) && !before.equals(Machine.UNKNOWN);
    }

    /** As {@code --ignore} takes it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A property in which two runs differ, with both values in a sentence. */
  public record Obstacle(Property property, String sentence) {}

  /** The differences that make a difference in time by themselves. */
  public static List<Obstacle> obstacles(NamedRun base, NamedRun candidate) {
    return Stream.of(Property.values())
        .filter(property -> !property.isShared(base, candidate))
        .map(
            property ->
                new Obstacle(
                    property,
                    "%s is %s in BASE and %s in NEW"
                        .formatted(
                            property.description,
                            property.value.apply(base, candidate),
                            property.value.apply(candidate, base))))
        .toList();
  }

  private static String state(NamedRun run) {
    return run.run().shortfall().map("incomplete (%s)"::formatted).orElse("complete");
  }

  private static List<Cell> cells(NamedRun run) {
    return run.run().manifest().cells();
  }

  private static String plan(NamedRun run, NamedRun other) {
    final long alone = cells(run).stream().filter(cell -> !cells(other).contains(cell)).count();
    return "%d cells (%d only here)".formatted(cells(run).size(), alone);
  }

  private static String effort(Effort effort) {
    return "%d blocks of %d ms after a warm-up of at most %d ms"
        .formatted(effort.cycles(), effort.blockMillis(), effort.warmUpMillis());
  }

  /** The values of all forks, each once. */
  private static String ofForks(NamedRun run, Function<ForkRecord, String> value) {
    return run.run().forks().stream()
        .map(value)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  /** Options such as another collector change times; system properties do not. */
  private static String jvmOptions(ForkRecord fork) {
    return joined(fork.jmh().jvmArgs().stream().filter(arg -> arg.startsWith("-X")).toList());
  }

  private static String server(ForkRecord fork) {
    final Map<String, String> facts = fork.measurement().facts();
    return ForkMeasurement.SERVER_FACTS.stream()
        .map(name -> facts.getOrDefault(name, "no " + name))
        .collect(Collectors.joining(", "));
  }

  private static String joined(List<String> options) {
    return options.isEmpty() ? "empty" : String.join(" ", options);
  }
}
