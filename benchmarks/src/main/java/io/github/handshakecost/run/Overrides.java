package io.github.handshakecost.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axes.Placement;
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
 * Axis values from the command line. They replace the values of the plan on the named axes; the
 * other axes keep the values of the plan's main cells.
 *
 * @param values of each named axis
 */
public record Overrides(Map<String, Set<String>> values) {
  /** Axes on which the main cells of a plan may differ. */
  private static final Set<String> MAIN_AXES =
      Set.of(
          Axes.POLICY.name(),
          Axes.PROTOCOL.name(),
          Axes.RTT.name(),
          Axes.NTH.name(),
          Axes.CDS.name());

  /**
   * Reads the values of all {@code -p} options, such as {@code rtt=0ms,20ms}.
   *
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

  /**
   * The cells to measure, without meaningless combinations.
   *
   * @param plan cells of the plan
   * @throws UsageException if every combination is meaningless
   */
  public List<Cell> apply(List<Cell> plan, Workload workload) {
    if (workload == Workload.YEARLY_RECORDS && values.containsKey(Axes.BODY.name())) {
      throw new UsageException(
          "%s has fixed bodies, so -p %s is not allowed; leave it out, or measure %s"
              .formatted(workload.label(), Axes.BODY.name(), Workload.REQUEST.label()));
    }
    if (workload == Workload.YEARLY_RECORDS && values.containsKey(Axes.NTH.name())) {
      throw new UsageException(
          "%s is a loop of requests, so -p %s is not allowed; leave it out, or measure %s"
              .formatted(workload.label(), Axes.NTH.name(), Workload.REQUEST.label()));
    }
    List<Cell> cells = mainCells(plan, workload);
    for (final Axis<?> axis : Axes.all()) {
      final Set<String> named = values.get(axis.name());
      if (named != null) {
        final List<Cell> before = cells;
        cells =
            named.stream()
                .flatMap(value -> before.stream().map(cell -> cell.with(axis.name(), value)))
                .toList();
      }
    }
    cells = cells.stream().map(this::completed).toList();
    final List<Cell> valid = cells.stream().filter(cell -> error(cell).isEmpty()).toList();
    if (valid.isEmpty()) {
      throw new UsageException(error(cells.get(0)).orElseThrow());
    }
    return byPlace(valid);
  }

  /** With the axes of a cold cell, unless they were named. */
  private Cell completed(Cell cell) {
    if (!cell.cold()) {
      return cell;
    }
    final Cell placed =
        values.containsKey(Axes.PLACEMENT.name())
            ? cell
            : cell.with(Axes.PLACEMENT.name(), Placement.FREE.label());
    return placed.params().containsKey(Axes.CDS.name())
        ? placed
        : placed.with(Axes.CDS.name(), Axes.CDS.standard());
  }

  /** The cells of a plan with these values; empty unless it has every one of them. */
  public List<Cell> narrow(List<Cell> plan) {
    final List<Cell> cells =
        plan.stream()
            .filter(
                cell ->
                    values.entrySet().stream()
                        .allMatch(
                            axis ->
                                cell.find(axis.getKey())
                                    .filter(axis.getValue()::contains)
                                    .isPresent()))
            .toList();
    final boolean all =
        values.entrySet().stream()
            .allMatch(
                axis ->
                    cells.stream()
                        .map(cell -> cell.param(axis.getKey()))
                        .collect(toSet())
                        .containsAll(axis.getValue()));
    return all ? cells : List.of();
  }

  /**
   * Cells like the first one of this workload; if the plan has none, those of the headline plan.
   */
  private static List<Cell> mainCells(List<Cell> plan, Workload workload) {
    return Stream.of(plan, Plans.STANDARD.plan().cells())
        .map(
            cells ->
                cells.stream().filter(cell -> cell.benchmark().equals(workload.label())).toList())
        .filter(cells -> !cells.isEmpty())
        .findFirst()
        .map(
            cells ->
                cells.stream().filter(cell -> place(cell).equals(place(cells.get(0)))).toList())
        .orElseThrow();
  }

  private static Map<String, String> place(Cell cell) {
    final Map<String, String> place = new LinkedHashMap<>(cell.params());
    place.keySet().removeAll(MAIN_AXES);
    return place;
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

  private static Optional<String> error(Cell cell) {
    return Settings.of(cell.params()).validationError();
  }
}
