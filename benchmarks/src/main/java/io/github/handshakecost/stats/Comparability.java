package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.ForkRecord.JmhFacts;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a difference between two runs can be laid to the code that ran. Another machine or JDK,
 * or forks that were warmed up or measured otherwise, make differences of their own, and another
 * plan leaves cells out of the comparison.
 */
public final class Comparability {
  private static final String WARM_UP = "-Dhandshakecost.warmUpMillis=";

  private final Run base;
  private final Run candidate;

  private Comparability(Run base, Run candidate) {
    this.base = base;
    this.candidate = candidate;
  }

  /** What stands in the way, each with both values; empty where nothing does. */
  public static List<String> obstacles(Run base, Run candidate) {
    return new Comparability(base, candidate).all();
  }

  private List<String> all() {
    final Machine here = Machine.of(base);
    final Machine there = Machine.of(candidate);
    final List<String> obstacles = new ArrayList<>();
    end("BASE", base).ifPresent(obstacles::add);
    end("NEW", candidate).ifPresent(obstacles::add);
    plan().ifPresent(obstacles::add);
    Stream.of(
            machines("the CPU model", here.cpu(), there.cpu()),
            machines("the number of CPUs", here.cpus(), there.cpus()),
            machines("the JDK's major version", here.jdkMajor(), there.jdkMajor()),
            perCell("the effort", fork -> effort(fork.jmh())),
            jmhOptions(),
            perCell("what the JVM was told", fork -> jvmOptions(fork.jmh())),
            perCell("the server that answered", Comparability::server),
            perCell("the placement that was used", Comparability::placement))
        .flatMap(Optional::stream)
        .forEach(obstacles::add);
    return obstacles;
  }

  private static Optional<String> end(String side, Run run) {
    return run.shortfall().map(how -> "%s is no complete run (%s)".formatted(side, how));
  }

  private Optional<String> plan() {
    final Set<Cell> before = new LinkedHashSet<>(base.manifest().cells());
    final Set<Cell> after = new LinkedHashSet<>(candidate.manifest().cells());
    final Labels labels = new Labels(Stream.of(before, after).flatMap(Set::stream).toList());
    final String lone =
        Stream.of(only("BASE", before, after, labels), only("NEW", after, before, labels))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return lone.isEmpty()
        ? Optional.empty()
        : Optional.of("the plan differs in its cells (%s)".formatted(lone));
  }

  private static Optional<String> only(
      String side, Set<Cell> here, Set<Cell> there, Labels labels) {
    final List<Cell> lone = here.stream().filter(cell -> !there.contains(cell)).toList();
    return lone.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "only in %s: %d, e.g. %s".formatted(side, lone.size(), labels.of(lone.get(0))));
  }

  /** Two machines of which nothing is known need not be one. */
  private static Optional<String> machines(String what, String here, String there) {
    return here.equals(Machine.UNKNOWN) && there.equals(Machine.UNKNOWN)
        ? Optional.of(what + " is unknown in both")
        : differ(what, here, there);
  }

  private static Optional<String> differ(String what, String here, String there) {
    return here.equals(there)
        ? Optional.empty()
        : Optional.of("%s is %s in BASE and %s in NEW".formatted(what, here, there));
  }

  /** The first cell of both that differs stands for all of them. */
  private Optional<String> perCell(String what, Function<ForkRecord, String> said) {
    final Map<Cell, Set<String>> before = values(base, said);
    final Map<Cell, Set<String>> after = values(candidate, said);
    final Labels labels = new Labels(base.measuredCells());
    return base.measuredCells().stream()
        .filter(after::containsKey)
        .flatMap(
            cell ->
                differ(
                    "%s for %s".formatted(what, labels.of(cell)),
                    joined(before, cell),
                    joined(after, cell))
                    .stream())
        .findFirst();
  }

  private static Map<Cell, Set<String>> values(Run run, Function<ForkRecord, String> said) {
    return run.forks().stream()
        .collect(
            Collectors.groupingBy(
                ForkRecord::cell, Collectors.mapping(said, Collectors.toCollection(TreeSet::new))));
  }

  /** What the forks of a cell say; each of them where they differ. */
  private static String joined(Map<Cell, Set<String>> values, Cell cell) {
    return String.join(" or ", values.getOrDefault(cell, Set.of()));
  }

  /** A profiler or a collection before each iteration. */
  private Optional<String> jmhOptions() {
    return differ(
        "what JMH was given",
        told(base.manifest().jmhArguments()),
        told(candidate.manifest().jmhArguments()));
  }

  private static String told(List<String> options) {
    return options.isEmpty() ? "nothing" : String.join(" ", options);
  }

  private static String placement(ForkRecord fork) {
    return fork.measurement().facts().getOrDefault("placement", Machine.UNKNOWN);
  }

  /** Another collector or compiler is no difference of the code. */
  private static String jvmOptions(JmhFacts jmh) {
    final List<String> options =
        jmh.jvmArgs().stream().filter(arg -> arg.startsWith("-X")).toList();
    return told(options);
  }

  /** What {@code auto} came to. */
  private static String server(ForkRecord fork) {
    return ForkMeasurement.SERVER_FACTS.stream()
        .map(name -> fork.measurement().facts().getOrDefault(name, "no " + name))
        .collect(Collectors.joining(", "));
  }

  private static String effort(JmhFacts jmh) {
    final String warmUp =
        jmh.jvmArgs().stream()
            .filter(arg -> arg.startsWith(WARM_UP))
            .map(arg -> " and a warm-up of at most " + arg.substring(WARM_UP.length()) + " ms")
            .collect(Collectors.joining());
    return "%d x %s s after %d x %s s%s, threads %d"
        .formatted(
            jmh.measurementIterations(),
            jmh.measurementSeconds(),
            jmh.warmupIterations(),
            jmh.warmupSeconds(),
            warmUp,
            jmh.threads());
  }
}
