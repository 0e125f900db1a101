package io.github.handshakecost.report;

import static io.github.handshakecost.result.NumberFormats.whole;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.report.chart.RatioChart;
import io.github.handshakecost.result.LinkSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.RoundTrips;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ratio at each round-trip time, the round trips of each cause, and the delay lines. */
final class DistanceSection {
  private DistanceSection() {}

  /** Policies at several distances, all other axes equal. */
  private record Curve(String benchmark, Map<String, String> where) {
    String protocol() {
      return where.getOrDefault(AxisNames.PROTOCOL, "");
    }

    String title(CellLabels labels) {
      return Ladder.prefix(benchmark) + labels.ofAnyDistance(where);
    }
  }

  /** The ratio by distance; nothing where there is one distance. */
  static void ratios(Document report, NamedRun run) {
    final Map<Curve, List<Ratio>> curves = new LinkedHashMap<>();
    for (final Ratio ratio : run.summary().ratios()) {
      final Curve curve = new Curve(ratio.benchmark(), CellLabels.anywhere(ratio.where()));
      curves.computeIfAbsent(curve, any -> new ArrayList<>()).add(ratio);
    }
    curves.values().removeIf(ratios -> rtts(ratios).size() < 2);
    if (curves.isEmpty()) {
      return;
    }
    report
        .section("Ratio against round-trip time")
        .paragraph(
            "How many times as long as a pooled one an operation takes, with 95 % intervals over"
                + " rounds, by nominal round-trip time. The ratio falls with the distance while the"
                + " saved time rises: a pooled request waits for the network too.");
    // That of the answer first: its protocol is the newest, whose name sorts last.
    curves.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Curve::protocol).reversed()))
        .forEach(curve -> ratios(report, run, curve.getKey(), curve.getValue()));
  }

  private static void ratios(Document report, NamedRun run, Curve curve, List<Ratio> ratios) {
    final String title = curve.title(run.labels());
    final Columns<String> columns = new Columns<String>().add("rtt", rtt -> rtt);
    ratios.stream()
        .map(Ratio::candidate)
        .distinct()
        .forEach(policy -> columns.add(policy, rtt -> ratio(ratios, policy, rtt)));
    report
        .part(title)
        .figure(
            run.picture(
                "ratio-by-rtt",
                "Time with a new connection each, over time with one",
                title,
                caption -> RatioChart.of(caption, ratios)),
            columns.of(rtts(ratios)));
  }

  private static List<String> rtts(List<Ratio> ratios) {
    return ratios.stream().map(Ratio::rtt).distinct().toList();
  }

  private static String ratio(List<Ratio> ratios, String policy, String rtt) {
    return ratios.stream()
        .filter(ratio -> ratio.rtt().equals(rtt) && ratio.candidate().equals(policy))
        .findFirst()
        .map(Cells::ratio)
        .orElse("");
  }

  /** Round trips counted by lines through all distances. */
  static void roundTrips(Document report, NamedRun run) {
    final CellLabels labels = run.labels();
    if (!run.summary().roundTrips().isEmpty()) {
      report
          .section("Round trips")
          .paragraph(
              "Lines of time against the measured round-trip time, through all distances but loopback."
                  + " The slope counts round trips; the intercept is work, in µs. The number by the"
                  + " protocol holds (yes) if the 95 % interval of the slope lies within "
                  + NumberFormats.plain(RoundTrips.TOLERANCE)
                  + " of it, and does not (NO) if it lies outside; otherwise it is unknown. Loopback is"
                  + " left out: threads that block between packets pay wake-up and cold-cache costs.")
          .table(
              run.summary().roundTrips(),
              new Columns<RoundTrips>()
                  .add("what", fit -> what(fit, labels))
                  .add("round trips", fit -> Cells.thousandths(fit.slope(), fit.ci95()))
                  .add("by the protocol", DistanceSection::expected)
                  .add("holds", fit -> fit.expected() == null ? "" : Cells.verdict(fit.holds()))
                  .add("work", fit -> Cells.estimate(fit.intercept(), fit.interceptCi95())));
    }
  }

  private static String what(RoundTrips fit, CellLabels labels) {
    return "%s%s of %s, %s"
        .formatted(
            Ladder.prefix(fit.benchmark()),
            fit.cause(),
            fit.policy(),
            labels.ofAnyDistance(fit.where()));
  }

  private static String expected(RoundTrips fit) {
    return fit.expected() == null ? "" : NumberFormats.plain(fit.expected());
  }

  /** The measured round-trip times of the delay lines; empty for a run on loopback. */
  static void links(Document report, NamedRun run) {
    if (run.summary().links().stream().anyMatch(link -> link.packets() > 0)) {
      report
          .section("Links")
          .paragraph(
              "The measured round trip, in µs. Each fork times plain connect() and an echo of one byte"
                  + " over its link before it measures. Medians over forks, and the range of connect()."
                  + " The delay is reduced by the measured wake-up latency.")
          .table(
              run.summary().links(),
              new Columns<LinkSummary>()
                  .add("rtt", LinkSummary::rtt)
                  .add("forks", link -> whole(link.forks()))
                  .add("connect()", DistanceSection::connect)
                  .add("p95", link -> rounded(link.connectP95()))
                  .add("echo", link -> rounded(link.echo()))
                  .add(
                      "shortened",
                      link -> link.shortened() == null ? "" : rounded(link.shortened()))
                  .add("packets", link -> counted(link, link.packets()))
                  .add("late", link -> counted(link, link.late()))
                  .add("thrown away", link -> whole(link.discarded())));
    }
  }

  private static String connect(LinkSummary link) {
    return "%s [%s, %s]"
        .formatted(
            rounded(link.connect()),
            rounded(link.connectRange().low()),
            rounded(link.connectRange().high()));
  }

  /** Loopback counts no packets: what is not counted is absent, not 0. */
  private static String counted(LinkSummary link, long packets) {
    return link.rtt().equals(AxisNames.LOOPBACK) ? "" : whole(packets);
  }

  /** Three digits would hide the tenths of a millisecond that this is about. */
  private static String rounded(double micros) {
    return whole(Math.round(micros));
  }
}
