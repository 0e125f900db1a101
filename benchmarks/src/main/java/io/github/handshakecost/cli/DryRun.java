package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.run.Effort;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan would measure, and how long that takes. */
final class DryRun {
  private static final double PERCENT = 100;
  private static final Duration UNLIMITED = Duration.ofDays(365);

  /** They stand in columns of their own. */
  private static final Set<String> COLUMNS =
      Set.of(Axes.POLICY.name(), Axes.PROTOCOL.name(), Axes.RTT.name());

  private final Plan plan;

  private DryRun(Plan plan) {
    this.plan = plan;
  }

  static List<String> lines(Plan plan) {
    return new DryRun(plan).lines();
  }

  private List<String> lines() {
    final List<Group> groups = plan.groups();
    final List<String> lines = new ArrayList<>();
    lines.add(
        "Plan %s: %s in %s; a round is one fork (JVM) for each group"
            .formatted(plan.name(), count(plan.cells(), "cell"), count(groups, "group")));
    for (final Group group : groups) {
      lines.add("Group %s: %s".formatted(group.label(), count(group.cells(), "cell")));
      group.cells().forEach(cell -> lines.add(row(cell)));
    }
    final Effort effort = plan.effort();
    lines.add("Rounds: " + rounds(effort));
    lines.add(
        String.format(Locale.ROOT, "Precision: ±%s %%", number(effort.precision() * PERCENT)));
    lines.add("Time budget: " + (isLimited(effort) ? TimeText.of(effort.budget()) : "none"));
    lines.addAll(estimate(effort));
    lines.add("Nothing was measured (--dry-run)");
    return lines;
  }

  /** An axis has a word where a cell of the plan is not at its standard value. */
  private String row(Cell cell) {
    final String others =
        Axes.all().stream()
            .filter(axis -> !COLUMNS.contains(axis.name()))
            .filter(this::isWorthTelling)
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

  private boolean isWorthTelling(Axis<?> axis) {
    return plan.cells().stream().anyMatch(cell -> !cell.param(axis.name()).equals(axis.standard()));
  }

  private List<String> estimate(Effort effort) {
    final Duration round = plan.guess();
    final Duration least = round.multipliedBy(effort.leastRounds());
    final Duration most = round.multipliedBy(effort.mostRounds());
    final Duration longest = shorter(most, effort.budget());
    final Duration shortest = shorter(least, longest);
    final List<String> lines = new ArrayList<>();
    lines.add("Estimated time of a round: " + TimeText.of(round));
    lines.add(
        "Estimated time of the run: "
            + TimeText.of(shortest)
            + (shortest.equals(longest) ? "" : " to " + TimeText.of(longest)));
    if (least.compareTo(effort.budget()) > 0) {
      lines.add(
          "%d rounds take about %s, more than the time budget: raise --time-budget, or name fewer cells with -p"
              .formatted(effort.leastRounds(), TimeText.of(least)));
    }
    return lines;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String rounds(Effort effort) {
    return effort.leastRounds() == effort.mostRounds()
        ? Integer.toString(effort.leastRounds())
        : effort.leastRounds() + " to " + effort.mostRounds();
  }

  private static boolean isLimited(Effort effort) {
    return effort.budget().compareTo(UNLIMITED) < 0;
  }

  static String count(List<?> things, String name) {
    return things.size() + " " + name + (things.size() == 1 ? "" : "s");
  }

  /** With three decimals at most, as the option takes it. */
  private static String number(double value) {
    final String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
