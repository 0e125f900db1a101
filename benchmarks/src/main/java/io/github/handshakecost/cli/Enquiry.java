package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Plans;
import io.github.handshakecost.trial.Workload;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Questions about a run. Their answers measure nothing and write no file. */
final class Enquiry {
  /** Axes with their own columns. */
  private static final Set<String> COLUMNS =
      Set.of(Axes.POLICY.name(), Axes.PROTOCOL.name(), Axes.RTT.name());

  @Option(
      names = "--dry-run",
      description = "Print the cells and the estimated time, and measure nothing.")
  private boolean dryRun;

  @Option(names = "-l", description = "List the benchmarks and the named plans.")
  private boolean list;

  @Option(names = "-lp", description = "List them and the axes with their values and defaults.")
  private boolean listWithAxes;

  /** Answers a question, if there was one. */
  boolean isAnswered(PlanOptions plans, PrintWriter out) {
    if (list || listWithAxes) {
      lists(listWithAxes).forEach(out::println);
    } else if (dryRun) {
      dryRun(plans.plan()).forEach(out::println);
    }
    out.flush();
    return list || listWithAxes || dryRun;
  }

  private static List<String> lists(boolean withAxes) {
    final List<String> lines = new ArrayList<>();
    lines.add("Benchmarks (--benchmark NAME):");
    lines.add(row(Workload.REQUEST.label(), "one GET request and its response"));
    lines.add(
        row(Workload.YEARLY_RECORDS.label(), "a loop of 11 GET requests, one per yearly file"));
    lines.add("Plans (--plan NAME):");
    for (final Plans named : Plans.values()) {
      final String time = NumberFormats.time(named.plan().effort().budget());
      lines.add(row(named.label(), "at most %s: %s".formatted(time, named.description())));
    }
    if (withAxes) {
      lines.add("Axes (-p AXIS=VALUE,...):");
      for (final Axis<?> axis : Axes.all()) {
        lines.add(row(axis.name(), "%s (default: %s)".formatted(axis.range(), axis.standard())));
      }
    }
    return lines;
  }

  private static String row(String name, String description) {
    return String.format(Locale.ROOT, "  %-15s %s", name, description);
  }

  private static List<String> dryRun(Plan plan) {
    final List<Group> groups = Group.of(plan.cells());
    final List<String> lines = new ArrayList<>();
    lines.add(
        "Plan %s: %s in %s; a round is one fork (JVM) of each group"
            .formatted(
                plan.name(),
                NumberFormats.counted(plan.cells().size(), "cell"),
                NumberFormats.counted(groups.size(), "group")));
    for (final Group group : groups) {
      lines.add(
          "Group %s: %s"
              .formatted(group.label(), NumberFormats.counted(group.cells().size(), "cell")));
      group.cells().forEach(cell -> lines.add(row(cell)));
    }
    final Effort effort = plan.effort();
    final int least = effort.leastRounds();
    final int most = effort.mostRounds();
    lines.add("Rounds: " + (least == most ? "" : least + " to ") + most);
    lines.add("Precision: " + NumberFormats.target(effort.precision()));
    lines.add(
        "Time budget: "
            + (effort.budget().equals(Effort.UNLIMITED)
                ? "none"
                : NumberFormats.time(effort.budget())));
    lines.addAll(estimate(plan.guess(), effort));
    lines.add("Nothing was measured (--dry-run)");
    return lines;
  }

  /** Values other than the standard ones stand behind the columns. */
  private static String row(Cell cell) {
    final String others =
        Axes.all().stream()
            .filter(
                axis -> !COLUMNS.contains(axis.name()) && cell.params().containsKey(axis.name()))
            .filter(axis -> !cell.param(axis.name()).equals(axis.standard()))
            .map(axis -> axis.name() + "=" + cell.param(axis.name()))
            .collect(Collectors.joining(" "));
    return String.format(
            Locale.ROOT,
            "  %-14s  %-25s  %-6s  %-6s  %s",
            cell.benchmark(),
            cell.param(Axes.POLICY.name()),
            cell.param(Axes.PROTOCOL.name()),
            cell.param(Axes.RTT.name()),
            others)
        .stripTrailing();
  }

  private static List<String> estimate(Duration round, Effort effort) {
    final Duration least = round.multipliedBy(effort.leastRounds());
    final Duration longest =
        Collections.min(List.of(round.multipliedBy(effort.mostRounds()), effort.budget()));
    final Duration shortest = Collections.min(List.of(least, longest));
    final List<String> lines = new ArrayList<>();
    lines.add("Estimated time of a round: " + NumberFormats.time(round));
    lines.add(
        "Estimated time of the run: "
            + NumberFormats.time(shortest)
            + (shortest.equals(longest) ? "" : " to " + NumberFormats.time(longest)));
    if (least.compareTo(effort.budget()) > 0) {
      lines.add(
          "%d rounds take about %s, more than the time budget: raise --time-budget, or name fewer cells with -p"
              .formatted(effort.leastRounds(), NumberFormats.time(least)));
    }
    return lines;
  }
}
