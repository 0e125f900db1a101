package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.RunManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code benchmark-action.json}: what github-action-benchmark charts as {@code
 * customSmallerIsBetter}. Ratios and counts only: absolute times on hosted machines differ by more
 * than a factor of two from one job to the next.
 *
 * <p>A run that may not be quoted is not charted by accident: then the file holds an object that
 * says why, where the action needs an array. Its {@code extractCustomBenchmarkResult} ({@code
 * src/extract.ts}) calls {@code map} on what it has parsed, which an object has not, and the step
 * fails.
 */
final class BenchmarkActionJson {
  /** The axes that a chart's title has to begin with; the others follow in the plan's order. */
  private static final List<String> FIRST =
      List.of(AxisNames.PROTOCOL, AxisNames.RTT, AxisNames.CLIENT, AxisNames.PLACEMENT);

  private BenchmarkActionJson() {}

  /** A chart's point; the names are the action's. */
  record Entry(String name, String unit, double value, @Nullable String range, String extra) {}

  /** Why there is nothing to chart. */
  record Refusal(String refused, String remedy) {}

  static String render(NamedRun run) {
    final List<Refusal> refusals = refusals(run);
    return refusals.isEmpty()
        ? Json.pretty(entries(run))
        : Json.pretty(
            new Refusal(
                joined(refusals.stream().map(Refusal::refused)),
                joined(refusals.stream().map(Refusal::remedy))));
  }

  private static String joined(Stream<String> sentences) {
    return sentences.collect(Collectors.joining("; "));
  }

  private static List<Refusal> refusals(NamedRun run) {
    final RunManifest manifest = run.run().manifest();
    final List<Refusal> refusals = new ArrayList<>();
    if (manifest.end() == RunManifest.End.FAILED) {
      refusals.add(new Refusal("the run failed", "find what broke its premise and measure again"));
    } else if (!run.summary().complete()) {
      refusals.add(
          new Refusal(
              "the run is incomplete (%s)".formatted(run.run().shortfall().orElseThrow()),
              "measure again to the end"));
    }
    if (!run.summary().decided()) {
      refusals.add(
          new Refusal(
              "the run is undecided: some ratios do not say which policy is slower",
              "give it more rounds or a longer --time-budget"));
    }
    if (manifest.dirty()) {
      refusals.add(
          new Refusal(
              "the code had changes that commit %s does not hold".formatted(run.commit()),
              "commit them and measure again"));
    }
    if (requests(run).isEmpty()) {
      refusals.add(
          new Refusal(
              "the run holds no cell of benchmark request", "measure it with a plan that does"));
    }
    return refusals;
  }

  private static List<Entry> entries(NamedRun run) {
    final String origin = origin(run);
    final List<Entry> entries = new ArrayList<>();
    run.summary().ratios().stream()
        .filter(ratio -> ratio.benchmark().equals(AxisNames.REQUEST))
        .map(ratio -> ratio(origin, ratio))
        .forEach(entries::add);
    for (final CellSummary cell : requests(run)) {
      entries.add(count(origin, cell, "connections", it -> it.perRequest().connections()));
      entries.add(count(origin, cell, "full handshakes", it -> it.perRequest().handshakesFull()));
      entries.add(
          count(origin, cell, "resumed handshakes", it -> it.perRequest().handshakesResumed()));
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

  private static Entry count(
      String origin, CellSummary cell, String what, ToDoubleFunction<CellSummary> count) {
    final String where = where(cell.params());
    return new Entry(
        "%s of %s: %s".formatted(what, cell.policy(), where),
        "per request",
        count.applyAsDouble(cell),
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
    final List<String> lines =
        new ArrayList<>(
            List.of(
                "JDK: " + run.machine().jdk(),
                "CPU: " + run.machine().line(),
                "commit: " + run.run().manifest().commit(),
                "run: " + run.name()));
    if (!run.summary().settled()) {
      lines.add("not settled: some forks were still getting faster, so that times are too high");
    }
    return String.join("\n", lines);
  }
}
