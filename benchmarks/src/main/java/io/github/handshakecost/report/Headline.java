package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one sentence to quote: the cost of a connection, the ratio, and where they hold. */
final class Headline {
  private final Run run;
  private final Summary summary;

  Headline(Run run, Summary summary) {
    this.run = run;
    this.summary = summary;
  }

  String sentence() {
    if (failed()) {
      return "The run failed: nothing of it may be quoted.";
    }
    final Optional<Ladder> ladder = ladder();
    final List<String> claims = claims(ladder);
    if (claims.isEmpty()) {
      return "There is no sentence to quote: the run holds no pooled rung and another beside it.";
    }
    return "%s%s %s (%s)."
        .formatted(marks(), place(ladder.orElseThrow()), String.join("; ", claims), origin(ladder));
  }

  /** Whether the sentence claims anything. */
  boolean quotable() {
    return !failed() && !claims(ladder()).isEmpty();
  }

  private boolean failed() {
    return run.manifest().end() == RunManifest.End.FAILED;
  }

  private List<String> claims(Optional<Ladder> ladder) {
    final List<String> claims = new ArrayList<>();
    ladder.flatMap(this::cost).map(Headline::claim).ifPresent(claims::add);
    ladder
        .flatMap(it -> it.ratio(summary, AxisNames.REQUEST, AxisNames.NEW_CLIENT))
        .map(Headline::claim)
        .ifPresent(claims::add);
    ladder.map(this::atOtherDistances).ifPresent(claims::addAll);
    return claims;
  }

  /** A ratio means nothing without its distance, and differs with it. */
  private List<String> atOtherDistances(Ladder here) {
    return Ladder.of(summary, AxisNames.REQUEST).stream()
        .filter(other -> !other.where().equals(here.where()))
        .filter(other -> Place.anywhere(other.where()).equals(Place.anywhere(here.where())))
        .flatMap(
            other ->
                other.ratio(summary, AxisNames.REQUEST, AxisNames.NEW_CLIENT).stream()
                    .map(
                        ratio ->
                            "at rtt %s %s"
                                .formatted(other.where().get(AxisNames.RTT), Cells.times(ratio))))
        .toList();
  }

  /** The newest protocol, as its name sorts last, and the first of the plan's other values. */
  Optional<Ladder> ladder() {
    return Ladder.of(summary, AxisNames.REQUEST).stream()
        .sorted(Comparator.comparing(Headline::protocol).reversed())
        .findFirst();
  }

  private static String protocol(Ladder ladder) {
    return ladder.where().getOrDefault(AxisNames.PROTOCOL, "unknown");
  }

  private Optional<Cost> cost(Ladder ladder) {
    return summary.costs().stream()
        .filter(cost -> cost.where().equals(ladder.where()))
        .filter(cost -> List.of("connection-full", "tcp").contains(cost.cause()))
        .findFirst();
  }

  private String marks() {
    final List<String> marks = new ArrayList<>();
    if (!summary.complete()) {
      marks.add("incomplete");
    }
    if (!summary.conclusive()) {
      marks.add("inconclusive");
    }
    if (!summary.settled()) {
      marks.add("not settled");
    }
    if (marks.isEmpty()) {
      return "";
    }
    final String all = String.join(" and ", marks);
    return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ": ";
  }

  private static String place(Ladder ladder) {
    final String rtt = ladder.where().getOrDefault(AxisNames.RTT, "unknown");
    final String road = rtt.equals("0ms") ? "On loopback" : "Over a delay line";
    return "%s (rtt %s, placement %s)"
        .formatted(road, rtt, ladder.where().getOrDefault(AxisNames.PLACEMENT, "unknown"));
  }

  private static String claim(Cost cost) {
    final String protocol = cost.where().getOrDefault(AxisNames.PROTOCOL, "unknown");
    final String handshake =
        protocol.equals(AxisNames.HTTP)
            ? ""
            : " with a full " + Place.protocol(protocol) + " handshake";
    if (cost.mayBeNone()) {
      return "what a new connection%s costs over a reused one cannot be told from nothing (%s µs)"
          .formatted(handshake, Cells.cost(cost));
    }
    final String interval =
        cost.ci95() == null ? "(one round, no interval)" : Figures.interval(cost.ci95());
    return "a new connection%s costs %s µs %s over a reused one (CPU: client %s µs, server %s µs)"
        .formatted(
            handshake,
            Figures.three(cost.byDifference()),
            interval,
            Figures.three(cost.clientCpu()),
            Figures.three(cost.serverCpu()));
  }

  private static String claim(Ratio ratio) {
    if (ratio.mayBeNone()) {
      return "a new client for each request takes as long as a pooled one, as far as this can tell (%s)"
          .formatted(Cells.times(ratio));
    }
    final String interval =
        ratio.ci95() == null ? "(one round, no interval)" : Figures.interval(ratio.ci95());
    return "a new client for each request takes %s times %s the time of a pooled one"
        .formatted(Figures.three(ratio.ratio()), interval);
  }

  private String origin(Optional<Ladder> ladder) {
    final String client = ladder.map(it -> it.where().get(AxisNames.CLIENT)).orElse("unknown");
    return "%s, JDK %s; %s".formatted(client, Facts.of(run, "jdk"), Marks.commit(run.manifest()));
  }
}
