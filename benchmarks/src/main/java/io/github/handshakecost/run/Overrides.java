package io.github.handshakecost.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.trial.Workload;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Axis values given on the command line. A named axis has the named values and no others; the other
 * axes keep what the plan's ladder has.
 *
 * @param values of each named axis, in the order in which they were named
 */
public record Overrides(Map<String, Set<String>> values) {
  /** What the cells of a plan's ladder may differ in. */
  private static final Set<String> LADDER =
      Set.of(Axes.POLICY.name(), Axes.PROTOCOL.name(), Axes.RTT.name());

  /**
   * Reads what stands behind each {@code -p}.
   *
   * @param arguments such as {@code rtt=0ms,20ms}; those of one axis add up
   * @throws UsageException if an axis or a value is missing or unknown
   */
  public static Overrides parse(List<String> arguments) {
    final Map<String, Set<String>> values = new LinkedHashMap<>();
    for (final String argument : arguments) {
      final int equals = argument.indexOf('=');
      final Axis<?> axis = Axes.named(equals < 0 ? argument : argument.substring(0, equals));
      final Set<String> named = values.computeIfAbsent(axis.name(), name -> new LinkedHashSet<>());
      for (final String value : argument.substring(equals + 1).split(",", -1)) {
        if (equals < 0 || value.isEmpty()) {
          throw new UsageException(
              "-p %s lacks a value; give one, as in -p %s=%s; known values: %s"
                  .formatted(argument, axis.name(), axis.standard(), axis.range()));
        }
        axis.parse(value);
        named.add(value);
      }
    }
    return new Overrides(values);
  }

  /** The axes that were named. */
  public Set<String> axes() {
    return values.keySet();
  }

  /**
   * The cells to measure. Combinations that make no sense are left out.
   *
   * @param plan the cells of the plan that is narrowed
   * @throws UsageException if no combination makes sense
   */
  public List<Cell> apply(List<Cell> plan, Workload workload) {
    if (workload == Workload.YEARLY_RECORDS && axes().contains(Axes.BODY.name())) {
      throw new UsageException(
          "%s has fixed bodies, so -p %s is not allowed; leave it out, or measure %s"
              .formatted(workload.label(), Axes.BODY.name(), Workload.REQUEST.label()));
    }
    List<Cell> turned = ladder(plan, workload);
    for (final Axis<?> axis : Axes.all()) {
      final Set<String> named = values.get(axis.name());
      if (named != null) {
        final List<Cell> cells = turned;
        turned =
            named.stream()
                .flatMap(value -> cells.stream().map(cell -> cell.with(axis.name(), value)))
                .toList();
      }
    }
    final List<Cell> sensible = turned.stream().filter(cell -> nonsense(cell).isEmpty()).toList();
    if (sensible.isEmpty()) {
      throw new UsageException(nonsense(turned.get(0)).orElseThrow());
    }
    return byPlace(sensible);
  }

  /** The cells to start from. A plan without this workload borrows those of the default plan. */
  private static List<Cell> ladder(List<Cell> plan, Workload workload) {
    return Stream.of(plan, Plans.STANDARD.plan().cells())
        .map(cells -> cells.stream().filter(cell -> isOfLadder(cell, workload)).toList())
        .filter(cells -> !cells.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOfLadder(Cell cell, Workload workload) {
    return cell.benchmark().equals(workload.label())
        && Axes.all().stream()
            .filter(axis -> !LADDER.contains(axis.name()))
            .allMatch(axis -> cell.param(axis.name()).equals(axis.standard()));
  }

  /** Policies that are compared with each other stand together. */
  private static List<Cell> byPlace(List<Cell> cells) {
    return cells.stream()
        .distinct()
        .collect(groupingBy(Cell::where, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(Collection::stream)
        .toList();
  }

  private static Optional<String> nonsense(Cell cell) {
    return Settings.of(cell.params()).validationError();
  }
}
