package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;
import io.github.handshakecost.result.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code benchmark-action.json}: what github-action-benchmark charts as {@code
 * customSmallerIsBetter}. Ratios and counts only: absolute times on hosted machines differ by more
 * than a factor of two from one job to the next.
 *
 * <p>For a run that may not be quoted the file holds an object that says why. The action needs an
 * array: it calls {@code map} on what it has parsed, and the step fails.
 */
final class BenchmarkActionJson {
  /** The axes that a chart's title has to begin with; the others follow in the plan's order. */
  private static final List<String> FIRST =
      List.of(AxisNames.PROTOCOL, AxisNames.RTT, AxisNames.CLIENT, AxisNames.PLACEMENT);

  /** The marks that the entries themselves show. */
  private static final Set<Mark> SHOWN = Set.of(Mark.IMPRECISE, Mark.UNSETTLED);

  private BenchmarkActionJson() {}

  /** A chart's point; the names are the action's. */
  record Entry(String name, String unit, double value, @Nullable String range, String extra) {}

  /** Why there is nothing to chart. */
  record Refusal(String refused, String remedy) {}

  static String render(NamedRun run) {
    if (requests(run).isEmpty()) {
      return Json.pretty(
          new Refusal(
              "the run holds no cell of benchmark request", "measure it with a plan that does"));
    }
    final Map<Mark, String> marks = Warnings.marks(run.summary());
    marks.keySet().removeAll(SHOWN);
    return marks.isEmpty()
        ? Json.pretty(entries(run))
        : Json.pretty(
            new Refusal(
                String.join("; ", marks.values()),
                marks.keySet().stream().map(it -> it.remedy).collect(Collectors.joining("; "))));
  }

  private static List<Entry> entries(NamedRun run) {
    final String origin = origin(run);
    final List<Entry> entries = new ArrayList<>();
    run.ratios().forEach(ratio -> entries.add(ratio(origin, ratio)));
    for (final CellSummary cell : requests(run)) {
      final PerRequest used = cell.perRequest();
      entries.add(count(origin, cell, "connections", used.connections()));
      entries.add(count(origin, cell, "full handshakes", used.handshakesFull()));
      entries.add(count(origin, cell, "resumed handshakes", used.handshakesResumed()));
    }
    return entries;
  }

  private static List<CellSummary> requests(NamedRun run) {
    return run.summary().cells().stream()
        .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
        .toList();
  }

  private static Entry ratio(String origin, Ratio ratio) {
    final String where = where(ratio.where());
    return new Entry(
        "%s over %s: %s".formatted(ratio.candidate(), ratio.baseline(), where),
        "x " + ratio.baseline(),
        ratio.ratio(),
        ratio.ci95() == null ? null : NumberFormats.interval(ratio.ci95()),
        where + "\nrounds: " + ratio.rounds() + "\n" + origin);
  }

  private static Entry count(String origin, CellSummary cell, String what, double count) {
    final String where = where(cell.params());
    return new Entry(
        "%s of %s: %s".formatted(what, cell.policyLabel(), where),
        "per request",
        count,
        null,
        where + "\nrounds: " + cell.rounds() + "\n" + origin);
  }

  /** Every axis, whatever else the run holds: a name that changes breaks the chart in two. */
  private static String where(Map<String, String> params) {
    final Map<String, String> ordered = new LinkedHashMap<>();
    FIRST.forEach(axis -> ordered.put(axis, Objects.requireNonNull(params.get(axis), axis)));
    params.forEach(ordered::putIfAbsent);
    ordered.remove(AxisNames.POLICY);
    return ordered.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  /** The part that all entries of a run share. */
  private static String origin(NamedRun run) {
    return """
        JDK: %s
        CPU: %s
        commit: %s
        run: %s\
        """
            .formatted(
                run.machine().jdk(),
                run.machine().line(),
                run.run().manifest().commit(),
                run.name())
        + (run.summary().settled()
            ? ""
            : "\nnot settled: some forks were still getting faster, so that times are too high");
  }
}
