package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.RatioChart;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.RoundTrips;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ratio at each round-trip time, and the round trips of each cause. */
final class DistanceSection {
  private DistanceSection() {}

  /** Policies at several distances, all other axes equal. */
  private record Curve(String benchmark, Map<String, String> where) {
    String protocol() {
      return where.getOrDefault(AxisNames.PROTOCOL, "");
    }
  }

  /** The ratio by distance; nothing where there is one distance. */
  static List<Block> ratios(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    final Map<Curve, List<Ratio>> groups = groups(subject.summary());
    if (!groups.isEmpty()) {
      blocks.add(new Block.Heading(2, "Ratio against round-trip time"));
      blocks.add(
          new Block.Paragraph(
              "How many times as long as a pooled one an operation takes, with 95 % intervals over"
                  + " rounds, by nominal round-trip time. The ratio falls with the distance while the"
                  + " saved time rises: a pooled request waits for the network too."));
      // That of the answer first: its protocol is the newest, whose name sorts last.
      groups.keySet().stream()
          .sorted(Comparator.comparing(Curve::protocol).reversed())
          .forEach(
              curve -> {
                final List<Ratio> ratios = groups.getOrDefault(curve, List.of());
                final String title = title(curve, subject.labels());
                blocks.add(new Block.Heading(3, title));
                blocks.add(new Block.Figure(picture(subject, title, ratios), ratios(ratios)));
              });
    }
    return blocks;
  }

  /** Round trips counted by lines through all distances. */
  static List<Block> roundTrips(Subject subject) {
    final Summary summary = subject.summary();
    final List<Block> blocks = new ArrayList<>();
    if (!summary.roundTrips().isEmpty()) {
      blocks.add(new Block.Heading(2, "Round trips"));
      blocks.add(
          new Block.Paragraph(
              "Lines of time against the measured round-trip time, through all distances but loopback."
                  + " The slope counts round trips; the intercept is work, in µs. The number by the"
                  + " protocol holds (yes) if the 95 % interval of the slope lies within "
                  + NumberFormats.plain(RoundTrips.TOLERANCE)
                  + " of it, and does not (NO) if it lies outside; otherwise it is unknown. Loopback is"
                  + " left out: threads that block between packets pay wake-up and cold-cache costs."));
      blocks.add(laws(summary, subject.labels()));
    }
    return blocks;
  }

  /** Ratios by place, distance aside, where there is more than one distance. */
  private static Map<Curve, List<Ratio>> groups(Summary summary) {
    final Map<Curve, List<Ratio>> groups = new LinkedHashMap<>();
    for (final Ratio ratio : summary.ratios()) {
      final Curve curve = new Curve(ratio.benchmark(), CellLabels.anywhere(ratio.where()));
      groups.computeIfAbsent(curve, any -> new ArrayList<>()).add(ratio);
    }
    groups.values().removeIf(ratios -> rtts(ratios).size() < 2);
    return groups;
  }

  private static Block.Picture picture(Subject subject, String title, List<Ratio> ratios) {
    final Caption caption =
        subject.caption("Time with a new connection each, over time with one", title);
    return new Block.Picture(
        Subject.file("ratio-by-rtt", title),
        caption.marked("Ratio to pooled against round-trip time, " + title),
        new RatioChart(caption, ratios));
  }

  private static String title(Curve curve, CellLabels labels) {
    return Ladder.prefix(curve.benchmark()) + labels.ofAnyDistance(curve.where());
  }

  private static Set<String> rtts(List<Ratio> ratios) {
    return ratios.stream().map(Ratio::rtt).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Block.Table ratios(List<Ratio> ratios) {
    final Set<String> policies =
        ratios.stream().map(Ratio::candidate).collect(Collectors.toCollection(LinkedHashSet::new));
    final List<String> columns = new ArrayList<>(List.of("rtt"));
    columns.addAll(policies);
    final List<List<String>> rows = new ArrayList<>();
    for (final String rtt : rtts(ratios)) {
      final List<String> row = new ArrayList<>(List.of(rtt));
      for (final String policy : policies) {
        row.add(
            ratios.stream()
                .filter(ratio -> ratio.rtt().equals(rtt))
                .filter(ratio -> ratio.candidate().equals(policy))
                .findFirst()
                .map(Cells::ratio)
                .orElse(""));
      }
      rows.add(row);
    }
    return new Block.Table(columns, rows);
  }

  private static Block laws(Summary summary, CellLabels labels) {
    return new Block.Table(
        List.of("what", "round trips", "by the protocol", "holds", "work"),
        summary.roundTrips().stream().map(fit -> row(fit, labels)).toList());
  }

  private static List<String> row(RoundTrips fit, CellLabels labels) {
    return List.of(
        Ladder.prefix(fit.benchmark())
            + "%s of %s, %s"
                .formatted(fit.cause(), fit.policy(), labels.ofAnyDistance(fit.where())),
        Cells.slope(fit),
        fit.expected() == null ? "" : NumberFormats.plain(fit.expected()),
        fit.expected() == null ? "" : holds(fit.holds()),
        Cells.estimate(fit.intercept(), fit.interceptCi95()));
  }

  private static String holds(@Nullable Boolean holds) {
    if (holds == null) {
      return "unknown";
    }
    return holds ? "yes" : "NO";
  }
}
