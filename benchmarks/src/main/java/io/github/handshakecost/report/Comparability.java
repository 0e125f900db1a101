package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a difference between two runs can come from their code alone. */
public final class Comparability {
  private final NamedRun base;
  private final NamedRun candidate;
  private final Place place;

  private Comparability(NamedRun base, NamedRun candidate) {
    this.base = base;
    this.candidate = candidate;
    place = NamedRun.place(Stream.of(base, candidate));
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
            state(),
            plan(),
            ofRun(Property.CPU, run -> run.machine().cpu()),
            ofRun(Property.CPUS, run -> run.machine().cpus()),
            ofRun(Property.JDK, run -> run.machine().jdkMajor()),
            ofRun(Property.EFFORT, Comparability::effort),
            ofRun(Property.JMH, run -> joined(run.run().manifest().jmhArguments())),
            ofCells(Property.JVM, Comparability::jvmOptions),
            ofCells(Property.SERVER, Comparability::server),
            ofCells(
                Property.PLACEMENT,
                fork -> fork.measurement().facts().getOrDefault("placement", Machine.UNKNOWN)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Obstacle> state() {
    return base.run().complete() && candidate.run().complete()
        ? Optional.empty()
        : Optional.of(obstacle(Property.INCOMPLETE, "", state(base), state(candidate)));
  }

  private static String state(NamedRun run) {
    return run.run().shortfall().map("incomplete (%s)"::formatted).orElse("complete");
  }

  private Optional<Obstacle> plan() {
    final Set<Cell> before = new LinkedHashSet<>(base.run().manifest().cells());
    final Set<Cell> after = new LinkedHashSet<>(candidate.run().manifest().cells());
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(obstacle(Property.PLAN, "", cells(before, after), cells(after, before)));
  }

  private String cells(Set<Cell> here, Set<Cell> there) {
    final List<Cell> alone = here.stream().filter(cell -> !there.contains(cell)).toList();
    return "%d cells%s"
        .formatted(
            here.size(),
            alone.isEmpty()
                ? ""
                : " (%d only here, e.g. %s)".formatted(alone.size(), name(alone.get(0))));
  }

  private String name(Cell cell) {
    return "%s, %s%s"
        .formatted(
            cell.param(AxisNames.POLICY),
            Ladder.prefix(cell.benchmark()),
            place.of(cell.where()));
  }

  /** Two machines of which nothing is known are not taken for the same. */
  private Optional<Obstacle> ofRun(Property property, Function<NamedRun, String> value) {
    final String before = value.apply(base);
    final String after = value.apply(candidate);
    return before.equals(after) && !before.equals(Machine.UNKNOWN)
        ? Optional.empty()
        : Optional.of(obstacle(property, "", before, after));
  }

  /** The first cell that differs stands for all of them. */
  private Optional<Obstacle> ofCells(Property property, Function<ForkRecord, String> value) {
    final Map<Cell, String> before = values(base.run(), value);
    final Map<Cell, String> after = values(candidate.run(), value);
    return base.run().measuredCells().stream()
        .filter(
            cell -> after.containsKey(cell) && !Objects.equals(after.get(cell), before.get(cell)))
        .findFirst()
        .map(
            cell ->
                obstacle(
                    property,
                    " (%s)".formatted(name(cell)),
                    before.getOrDefault(cell, ""),
                    after.getOrDefault(cell, "")));
  }

  private static Obstacle obstacle(Property property, String detail, String old, String now) {
    return new Obstacle(
        property,
        "%s%s is %s in BASE and %s in NEW".formatted(property.description, detail, old, now));
  }

  /** The values of each cell's forks. */
  private static Map<Cell, String> values(Run run, Function<ForkRecord, String> value) {
    return run.forks().stream()
        .collect(
            Collectors.groupingBy(
                ForkRecord::cell,
                Collectors.collectingAndThen(
                    Collectors.mapping(value, Collectors.toCollection(TreeSet::new)),
                    values -> String.join(" or ", values))));
  }

  private static String effort(NamedRun run) {
    return "%d blocks of %d ms after a warm-up of at most %d ms"
        .formatted(
            run.run().manifest().effort().cycles(),
            run.run().manifest().effort().blockMillis(),
            run.run().manifest().effort().warmUpMillis());
  }

  /** Options such as another collector change times; system properties do not. */
  private static String jvmOptions(ForkRecord fork) {
    return joined(fork.jmh().jvmArgs().stream().filter(arg -> arg.startsWith("-X")).toList());
  }

  private static String server(ForkRecord fork) {
    return ForkMeasurement.SERVER_FACTS.stream()
        .map(name -> fork.measurement().facts().getOrDefault(name, "no " + name))
        .collect(Collectors.joining(", "));
  }

  private static String joined(List<String> options) {
    return options.isEmpty() ? "empty" : String.join(" ", options);
  }
}
