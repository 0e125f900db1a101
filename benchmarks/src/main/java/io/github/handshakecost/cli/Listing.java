package io.github.handshakecost.cli;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.run.Plans;
import io.github.handshakecost.trial.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be asked for, by name. */
final class Listing {
  private Listing() {}

  static List<String> lines(boolean withAxes) {
    final List<String> lines = new ArrayList<>();
    lines.add("Benchmarks (--benchmark NAME):");
    for (final Workload workload : Workload.values()) {
      lines.add(row(workload.label(), description(workload)));
    }
    lines.add("Plans (--plan NAME):");
    for (final Plans named : Plans.values()) {
      lines.add(
          row(
              named.label(),
              "at most %s: %s"
                  .formatted(TimeText.of(named.plan().effort().budget()), named.description())));
    }
    if (withAxes) {
      lines.add("Axes (-p AXIS=VALUE,...):");
      for (final Axis<?> axis : Axes.all()) {
        lines.add(row(axis.name(), "%s (default: %s)".formatted(axis.range(), axis.standard())));
      }
    }
    return lines;
  }

  private static String description(Workload workload) {
    return switch (workload) {
      case REQUEST -> "one GET request and its response";
      case YEARLY_RECORDS -> "eleven GET requests in a loop, one for each yearly file, decoded";
    };
  }

  private static String row(String name, String description) {
    return String.format(Locale.ROOT, "  %-15s %s", name, description);
  }
}
