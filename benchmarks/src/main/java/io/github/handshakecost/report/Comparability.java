package io.github.handshakecost.report;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Machine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a difference between two runs can come from their code alone. */
public final class Comparability {
  private final NamedRun base;
  private final NamedRun candidate;

  private Comparability(NamedRun base, NamedRun candidate) {
    this.base = base;
    this.candidate = candidate;
  }

  /** A property that comparable runs share. */
  public enum Property {
    INCOMPLETE("the state"),
    PLAN("the plan"),
    CPU("the CPU model"),
    CPUS("the number of CPUs"),
    JDK("the JDK's major version"),
    EFFORT("the effort"),
    JMH("the set of options for JMH"),
    JVM("the set of JVM options"),
    SERVER("the server"),
    PLACEMENT("the placement");

    private final String description;

    Property(String description) {
      this.description = description;
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
    return new Comparability(base, candidate).all();
  }

  private List<Obstacle> all() {
    return Stream.of(
            differ(
                base.run().complete() && candidate.run().complete(),
                Property.INCOMPLETE,
                state(base),
                state(candidate)),
            differ(
                Set.copyOf(cells(base)).equals(Set.copyOf(cells(candidate))),
                Property.PLAN,
                plan(base, candidate),
                plan(candidate, base)),
            differ(Property.CPU, run -> run.machine().cpu()),
            differ(Property.CPUS, run -> run.machine().cpus()),
            differ(Property.JDK, run -> run.machine().jdkMajor()),
            differ(Property.EFFORT, Comparability::effort),
            differ(Property.JMH, run -> joined(run.run().manifest().jmhArguments())),
            differ(Property.JVM, run -> ofForks(run, Comparability::jvmOptions)),
            differ(Property.SERVER, run -> ofForks(run, Comparability::server)),
            differ(
                Property.PLACEMENT,
                run -> ofForks(run, fork -> fact(fork, "placement", Machine.UNKNOWN))))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Two machines of which nothing is known are not taken for the same. */
  private Optional<Obstacle> differ(Property property, Function<NamedRun, String> value) {
    final String before = value.apply(base);
    final String after = value.apply(candidate);
    return differ(before.equals(after) && !before.equals(Machine.UNKNOWN), property, before, after);
  }

  private static Optional<Obstacle> differ(
      boolean same, Property property, String before, String after) {
    return same
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                property,
                "%s is %s in BASE and %s in NEW".formatted(property.description, before, after)));
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

  private static String effort(NamedRun run) {
    return "%d blocks of %d ms after a warm-up of at most %d ms"
        .formatted(
            run.run().manifest().effort().cycles(),
            run.run().manifest().effort().blockMillis(),
            run.run().manifest().effort().warmUpMillis());
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
    return ForkMeasurement.SERVER_FACTS.stream()
        .map(name -> fact(fork, name, "no " + name))
        .collect(Collectors.joining(", "));
  }

  private static String fact(ForkRecord fork, String name, String absent) {
    return fork.measurement().facts().getOrDefault(name, absent);
  }

  private static String joined(List<String> options) {
    return options.isEmpty() ? "empty" : String.join(" ", options);
  }
}
